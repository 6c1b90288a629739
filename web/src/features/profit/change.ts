// How much a line changed, as a part of what it was: 0.12 is twelve percent more. Nothing where there was nothing, or
// where a profit became a loss or a loss a profit: no percentage says that, and both amounts stand beside it.
export function shareOf(now: number, before: number): number | undefined {
  const turned = before < 0 ? now > 0 : now < 0;
  return before === 0 || turned ? undefined : (now - before) / Math.abs(before);
}
