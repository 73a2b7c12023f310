/** Paper triage: the service sees what the letter says, not what is so (M4, M8, M25–M27, M34, M57). */
import { Kind } from "../../records/log.ts";
import { Letter, Reason } from "../../records/pathway-codes.ts";
import { accept } from "./accept.ts";
import { At } from "./questions.ts";
import { reject } from "./reject.ts";
import type { ReadyService } from "./services.ts";
import { waitForAssessment } from "./wait.ts";
import type { World } from "./world.ts";

/** No reason to reject. */
const none = -1;

export function triage(world: World, slot: number): void {
  const service = world.services[world.people.service[slot]!]!;
  const reason = reasonOnPaper(world, slot, service);
  if (reason !== none && !isSavedByAdvice(world, slot, service)) {
    reject(world, slot, reason, false);
    return;
  }
  world.record(Kind.pass_triage, slot, service.number, 0);
  if (service.spec.assessment) waitForAssessment(world, slot);
  else accept(world, slot);
}

function reasonOnPaper(world: World, slot: number, service: ReadyService): number {
  const { people } = world;
  const { triage: rule, fits } = service.spec;
  const asks = (question: number): number => world.ask(slot, service.firstQuestion + question);
  if (asks(At["letter complete"]) < rule.incomplete) return Reason.incomplete;
  if (world.trait(slot, service.firstQuestion + At.fits) >= fits) return Reason.does_not_fit;
  if (!world.practiceOf(slot).accepts[service.number]![people.group[slot]!]!) return Reason.label;
  const noise = rule.noise > 0 ? rule.noise * world.askNormal(slot, service.firstQuestion + At["noise of triage"]) : 0;
  const byRisk = reasonByRisk(world, slot, service, people.score[slot]! + noise);
  if (byRisk !== none) return byRisk;
  if (asks(At["too complex"]) < complexityChance(world, slot, service)) return Reason.too_complex;
  const labelled = (people.letter[slot]! & Letter.labelled) !== 0;
  if (labelled && asks(At["label held against them"]) < rule.label_rejection) return Reason.label;
  return service.waitingForAssessment >= rule.list_limit ? Reason.service_full : none;
}

/** The two thresholds; between a ceiling here and a floor there is the gap (M27). */
export function reasonByRisk(world: World, slot: number, { spec }: ReadyService, score: number): number {
  const rule = spec.triage;
  if (rule.exempt[world.people.group[slot]!]!) return none;
  if (score > rule.risk_ceiling) return Reason.too_risky;
  return score < rule.risk_floor ? Reason.not_risky_enough : none;
}

/** In proportion to difficulty above 4 of 8, and to the share of staff who are not trained (M57). */
function complexityChance({ people }: World, slot: number, { spec }: ReadyService): number {
  let wte = 0;
  let trained = 0;
  for (const staff of spec.staff) {
    wte += staff.wte;
    trained += staff.trained_wte;
  }
  const untrained = wte > 0 ? 1 - trained / wte : 1;
  return spec.triage.complexity_rejection * untrained * Math.max(0, (people.difficulty[slot]! - 4) / 4);
}

/** The chance that neither difficulty nor a label keeps somebody out whom the rules of risk let in. */
export function chanceToBeLetIn(world: World, slot: number, service: ReadyService): number {
  const { label_rejection } = service.spec.triage;
  const labelled = world.people.recognised[slot]! * world.scenario.gp.recognition.label_in_letter;
  return (1 - complexityChance(world, slot, service)) * (1 - labelled * label_rejection);
}

function isSavedByAdvice(world: World, slot: number, service: ReadyService): boolean {
  if (world.people.advised[slot] === 0) return false;
  return world.ask(slot, service.firstQuestion + At["advice saves"]) < world.scenario.gp.advice.saves;
}
