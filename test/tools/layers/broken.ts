export function writeBroken(): void {}
