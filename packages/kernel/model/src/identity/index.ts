export { type IdentityNumber, type IdentityNumberError, readIdentityNumber } from "./identity-number.ts";
export { pseudonymise } from "./pseudonym.ts";
