export async function writeBoundaries(): Promise<void> {}
