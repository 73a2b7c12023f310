/** simjs ships no types and exports nothing; see simjs.ts for what is used of it. */
declare module "simjs";
