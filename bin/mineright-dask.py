#!/usr/bin/env python3
"""Screens candidates on a Dask cluster: mineright-dask.py --scheduler tcp://HOST:8786 candidates.ndjson
-o result.ndjson -- --plan fangcheng --layers /where/all/machines/see/it/layers.yaml

Lines go to the workers in blocks; each block is piped through one `mineright screen --worker` there. Rows come
back in the order of the lines, the same as one process gives. A block whose worker is lost is decided anew by
another: that is Dask's doing. The options after `--` are those of `mineright screen --worker`.
"""

import argparse
import os
import shlex
import subprocess
import sys
from collections import deque
from dataclasses import dataclass

from distributed import Client
from distributed.client import CancelledError
from distributed.scheduler import KilledWorker

# mineright's own exit code for plans, layers or options that can't be used: trying again changes nothing.
UNUSABLE = 2
# For what comes and goes, like a process that the system killed for want of memory.
RETRIES = 2


class NoResult(Exception):
    """Said to the user in both languages; there is no result."""


def decide(lines, command):
    """Runs on a worker: the rows of some lines, or why there can be none (as text)."""
    try:
        done = subprocess.run(command, input=lines, capture_output=True, check=False)
    except OSError as error:
        return f"{command[0]}: {error.strerror}"
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode == UNUSABLE:
        return said
    # mineright passes over empty lines.
    asked = sum(1 for line in lines.split(b"\n") if line.removeprefix(b"\x1e").strip(b" \t\r"))
    answered = done.stdout.count(b"\n")
    if done.returncode != 0 or answered != asked:
        raise RuntimeError(f"{command[0]}: exit {done.returncode}, {answered} rows for {asked} lines; {said}")
    return done.stdout


def blocks(file, size):
    """Whole lines, so many bytes at a time."""
    with open(file, "rb") as source:
        while block := source.readlines(size):
            yield b"".join(block)


def rows(client, options):
    """The rows of all blocks in their order; no more blocks are read than the workers have before them."""
    running = deque()
    for block in blocks(options.candidates, options.block):
        running.append(client.submit(decide, block, options.command, pure=False, retries=RETRIES))
        if len(running) > 2 * sum(client.nthreads().values()):
            yield answer(running.popleft())
    while running:
        yield answer(running.popleft())


def answer(future):
    result = future.result()
    if isinstance(result, str):
        raise NoResult(result)
    return result


def write_whole(file, pieces):
    """The file appears whole or not at all."""
    making = os.path.join(os.path.dirname(file), f".{os.path.basename(file)}.{os.getpid()}.tmp")
    try:
        with open(making, "wb") as out:
            for piece in pieces:
                out.write(piece)
        os.replace(making, file)
    except BaseException:
        if os.path.exists(making):
            os.remove(making)
        raise


@dataclass
class Options:
    scheduler: dict
    candidates: str
    output: str
    block: int
    wait: int
    command: list


def options_of(arguments):
    at = arguments.index("--") if "--" in arguments else len(arguments)
    own, passed = arguments[:at], arguments[at + 1 :]
    parser = argparse.ArgumentParser(
        description="mineright screen on a Dask cluster 在 Dask 集群上筛查",
        epilog="after -- come the options of mineright screen --worker; -- 之后是 mineright screen --worker 的选项",
    )
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--scheduler", metavar="ADDRESS", help="tcp://HOST:PORT 调度器地址")
    where.add_argument("--scheduler-file", metavar="FILE", help="as dask-scheduler writes it 调度器写出的文件")
    parser.add_argument("candidates", help="NDJSON, a candidate a line 逐行候选区块")
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="rows as NDJSON 结果")
    parser.add_argument("--block", metavar="BYTES", type=int, default=750_000, help="bytes a block 每块字节数")
    parser.add_argument("--wait", metavar="SECONDS", type=int, default=60, help="for a worker to join 等待工作进程")
    parser.add_argument("--mineright", metavar="COMMAND", default="mineright", help="how workers run it 命令")
    given = parser.parse_args(own)
    scheduler = {"address": given.scheduler} if given.scheduler else {"scheduler_file": given.scheduler_file}
    command = [*shlex.split(given.mineright), "screen", "--worker", *passed]
    return Options(scheduler, given.candidates, given.output, given.block, given.wait, command)


def main():
    options = options_of(sys.argv[1:])
    try:
        with Client(**options.scheduler, timeout=options.wait) as client:
            client.wait_for_workers(1, timeout=options.wait)
            write_whole(options.output, rows(client, options))
    except (NoResult, OSError, RuntimeError, TimeoutError) as error:
        print(f"没有结果 no result: {error}", file=sys.stderr)
        return UNUSABLE
    except KilledWorker:
        print("没有结果 no result: 同一块使多个工作进程中止 a block ended one worker after another", file=sys.stderr)
        return UNUSABLE
    except CancelledError:
        print("没有结果 no result: 与调度器的连接中断 the scheduler was lost", file=sys.stderr)
        return UNUSABLE
    return 0


if __name__ == "__main__":
    sys.exit(main())
