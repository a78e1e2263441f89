export { canonicalJson } from "./canonical-json.ts";
export { Receipt, receiptOf } from "./receipt.ts";
export { type ReceiptDifference, replay } from "./replay.ts";
