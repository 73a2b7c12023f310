/** Own files of the kind of simulation-dts-renege, for the tests of their import. */
import { importRenege, type Imported, type NamedText } from "../../src/scenario/import/index.ts";
import { own } from "./import-files.ts";

export const network = own("clinic_network.csv");
export const arrivals = own("clinic_arrivals.csv");
export const flow = own("clinic_flow.csv");
export const days = { warmUpDays: 10, runDays: 110 };

export const importNetwork = (file: NamedText): Imported => importRenege({ network: file }, days);
export const importArrivals = (file: NamedText): Imported => importRenege({ network, arrivals: file }, days);
export const importFlow = (file: NamedText): Imported =>
  importRenege({ network, flow: file }, { ...days, flowFromDay: 41 });
