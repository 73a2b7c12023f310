/** The little of papaparse that src/ uses. Its published types would bring Node's globals into src/. */
declare module "papaparse" {
  interface ParseError {
    readonly code: string;
    /** Index of the row, the header being row 0. */
    readonly row?: number;
  }
  interface ParseResult {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly ParseError[];
  }
  const Papa: {
    parse(text: string, config: { readonly delimiter: string; readonly newline: string }): ParseResult;
    unparse(
      rows: readonly (readonly (string | number)[])[],
      config: { readonly newline: string; readonly escapeFormulae: boolean },
    ): string;
  };
  export default Papa;
}
