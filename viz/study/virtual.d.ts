/** What viz/build/first-runs.ts makes. */
declare module "virtual:first-runs" {
  const first: import("./first-runs.ts").FirstRuns;
  export default first;
}
