export { type Difference, DifferenceKind, differenceKindLabels, differenceKinds } from "./difference.ts";
export { pairInTime } from "./pair-in-time.ts";
export {
  type ComparedParticipation,
  type Reconciliation,
  type ReconciliationCounts,
  reconcileRegisters,
} from "./reconcile-registers.ts";
