import * as z from "zod";
import { FORCES, OUTCOMES } from "../model/finding.ts";
import { ACCOUNT_SUBJECTS, LAYER_STATES } from "../model/measured-site.ts";

/**
 * The shape of the JSON report (审查报告), `mineright/report@1`, for those who read it. Nothing is read by
 * it here: the JSON Schema is made from it, and tests hold the reports against it.
 */
const words = z.object({
  zh: z.string().min(1).describe("中文 · in Chinese"),
  en: z.string().min(1).describe("英文 · in English"),
});
const verdict = z.enum(["pass", "fail", "review"]);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const count = z.int().min(0);

const citation = z.object({
  id: z.string().describe("条款编号 · id of the clause"),
  at: z.string().describe("在规划文本或标准中的位置 · where it stands in the text"),
  force: z.enum(FORCES).describe("约束力 · how strongly it binds"),
  file: z.string().describe("规划或标准的数据文件 · the file that holds it"),
  line: z.int().min(1).describe("所在行 · the line in that file"),
});

const proof: z.ZodType = z.lazy(() =>
  z.object({
    statement: words.describe("判断 · the statement"),
    truth: z
      .union([z.boolean(), z.literal("unknown")])
      .describe("成立、不成立或未知 · true, false or unknown"),
    op: z
      .enum(["fact", "all", "any", "not", "whichever"])
      .describe("如何得出：事实、同时满足、满足其一、不成立、无论取何值 · how it follows"),
    field: z.string().optional().describe("所看的字段 · the field that it looked at"),
    from: z.array(proof).optional().describe("所依据的判断 · the statements that it follows from"),
  }),
);

const finding = z.object({
  rule: z.string().describe("规则编号 · id of the rule"),
  outcome: z
    .enum(OUTCOMES)
    .describe("结果：符合、不符合、须复核、提示、不适用 · pass, fail, review, note or not concerned"),
  message: words.describe("说明 · what was found, in a sentence"),
  expected: z.string().optional().describe("规划要求的数值或状态 · what the plan asks for"),
  actual: z.string().optional().describe("申请的数值或状态 · what was found"),
  margin: z
    .object({
      left: decimal.describe("余量，负数为不足 · how far it is from the limit; negative beyond it"),
      limit: decimal.describe("限值 · the limit"),
      unit: z.string().describe("单位 · the unit"),
    })
    .optional()
    .describe("与限值的距离 · how far the figure is from its limit"),
  clauses: z.array(citation).describe("规划依据，判定依据在前 · the clauses, those that decide first"),
  missing: z
    .array(
      z.object({
        field: z.string().describe("缺少的字段 · path of the missing field"),
        why: z.string().describe("为何需要 · why it is needed, in Chinese"),
        whyEn: z.string().describe("为何需要（英文） · why it is needed, in English"),
      }),
    )
    .optional()
    .describe("缺少的资料 · facts that nobody gave"),
  remedy: words.optional().describe("如何才能符合 · what would make it pass"),
  actor: z.enum(["applicant", "authority"]).optional().describe("由谁办理 · who can do that"),
  attestation: z
    .object({
      by: z.string().describe("认定人 · who attested it"),
      met: z.boolean().describe("是否认定为符合 · whether it was found to be met"),
      note: z.string().optional().describe("认定说明 · a remark"),
    })
    .optional()
    .describe("人工认定 · an official's own finding"),
  because: z.array(proof).optional().describe("推理过程（--explain） · the reasoning"),
});

const overlap = z.object({
  subject: words.describe("图层所指 · what the layer stands for"),
  key: z
    .string()
    .describe("控制线的键，或 zone、block、county、right、arable-land · constraint key or kind of layer"),
  feature: words.describe("要素 · the feature"),
  km2: decimal.describe("重叠面积（平方千米） · area in common, km²"),
  share: z.number().describe("占申请范围的比例 · share of the boundary, from 0 to 1"),
  withinTolerance: z.boolean().describe("在容差内，视为相接 · within the tolerance: it only touches"),
  source: words.describe("图层文件及现势日期 · the layer's file and date"),
});

const location = z.object({
  areaKm2: decimal.describe("椭球面积（平方千米） · area on the ellipsoid, km²"),
  basicBlocks: decimal.optional().describe("基本单位区块数 · number of basic unit blocks"),
  overlaps: z.array(overlap).describe("与各图层的重叠 · areas in common with layers"),
  layers: z
    .array(
      z.object({
        subject: words.describe("图层含义 · what it stands for"),
        source: words.describe("文件及现势日期 · its file, and the date it shows"),
        madeBy: z.string().optional().describe("来源 · who made it"),
        state: z.enum(LAYER_STATES).describe("叠加结果：重叠、无重叠、存疑、未用 · what came of it"),
        field: z.string().describe("图层清单中的路径 · path in the layers file"),
      }),
    )
    .describe("用到的图层 · the layers that were looked at"),
  account: z
    .array(
      z.object({
        about: z.enum(ACCOUNT_SUBJECTS).describe("事项 · what it is about"),
        zh: z.string().describe("中文 · in Chinese"),
        en: z.string().describe("英文 · in English"),
      }),
    )
    .describe("读取和假定 · what was read and assumed"),
});

const part = z.object({
  areaKm2: decimal.describe("面积（平方千米） · km²"),
  share: z.number().describe("占申请范围的比例 · share of the boundary applied for"),
  verdict: verdict.describe("按此范围的结论 · the verdict it would get"),
  open: z
    .array(
      z.object({
        rule: z.string().describe("规则编号 · id of the rule"),
        outcome: z.enum(OUTCOMES).describe("结果 · its outcome"),
        clauses: z.array(z.string()).describe("条款编号 · ids of the clauses"),
        message: words.describe("说明 · what was found"),
      }),
    )
    .describe("仍不符合或须复核的 · what still fails or is to be reviewed"),
});

const suggestion = z.union([
  z.object({ none: words.describe("不能建议的理由 · why nothing is suggested") }),
  z.object({
    notice: words.describe("性质：计算结果，不是批准 · what it is: a calculation, not an approval"),
    file: z.string().describe("写入的文件 · the file it was written to"),
    cuts: z
      .array(
        z.object({
          how: z
            .enum(["away", "within"])
            .describe("裁去区内（away）或区外（within） · kept out of it, or within it"),
          subject: words.describe("依据的区域 · the ground concerned"),
          km2: decimal.describe("裁去面积（平方千米） · what that took off, km²"),
          clauses: z.array(citation).describe("规划依据 · the clauses"),
        }),
      )
      .describe("裁去的部分 · what was taken off"),
    parts: z.array(part).describe("余下各部分，最大的在前 · what is left, the largest first"),
    besidesKm2: decimal.describe("过窄过小、未列入的面积（平方千米） · ground too small to be a part, km²"),
    setAside: z
      .array(z.string())
      .describe("未采用的旧范围申报字段 · declared fields of the old boundary, left out"),
  }),
]);

const decided = z.object({
  schema: z
    .literal("mineright/report@1")
    .describe("格式版本，同一版本只增不改 · the form; within a version only added to"),
  tool: z
    .object({
      name: z.literal("mineright").describe("程序 · the program"),
      version: z.string().describe("版本 · its version"),
    })
    .describe("出具报告的程序 · what made the report"),
  plan: z
    .object({
      id: z.string().describe("规划编号 · id of the plan"),
      title: z.string().describe("规划名称 · its title"),
      period: z.array(z.int()).length(2).describe("规划期起止年 · first and last year"),
      extension: z
        .object({
          to: z.string().describe("延至何日 · the day up to which it runs on"),
          basis: z.string().describe("文号 · the notice it rests on"),
        })
        .optional()
        .describe("延期文件 · a notice that lets it run on"),
      file: z.string().describe("规划文件 · the plan file"),
      sha256: z.string().describe("规划文件的散列值 · hash of that file"),
    })
    .describe("所对照的规划 · the plan it was held against"),
  application: z
    .object({
      id: z.string().describe("申请编号 · the case number"),
      file: z.string().describe("申请文件 · the application file"),
    })
    .describe("申请 · the application"),
  asOf: z.string().optional().describe("受理日期 · date that the provisions were applied by"),
  location: location.optional().describe("实测位置 · where it lies by boundary and layers"),
  verdict: verdict.describe("结论：符合、不符合、须复核 · pass, fail or review"),
  findings: z.array(finding).describe("逐条结果 · one for each provision decided"),
  checklist: z
    .array(
      z.object({
        clause: z.string().describe("条款编号 · id of the clause"),
        at: z.string().describe("位置 · where it stands"),
        ask: words.describe("须由人核对的问题 · what a person must still look at"),
      }),
    )
    .describe("核对清单，不影响结论 · what a person must still look at; it doesn't weigh"),
  counts: z
    .object({
      fail: count.describe("不符合 · fails"),
      review: count.describe("须复核 · to be reviewed"),
      pass: count.describe("符合 · passes"),
      note: count.describe("提示 · notes"),
      "not-applicable": count.describe("不适用 · not concerned"),
    })
    .describe("各结果的条数 · how many findings of each outcome"),
  suggestion: suggestion
    .optional()
    .describe("建议范围（--suggest-boundary） · a boundary that would do better"),
});

/** One report, or a list of them where several applications were given. */
export const reportSchema = z.union([decided, z.array(decided)]);
