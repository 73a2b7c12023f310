/** Measures speed as ratios. */
export async function bench(): Promise<void> {
  throw new Error("not written yet");
}
