import { StoreUnavailable } from "@finsam/store";

/** What an error of ClickHouse, or on the way to it, means to who asked. */
export function clickhouseFailure(cause: unknown): StoreUnavailable {
  const retryable =
    cause instanceof Error && /ECONN|ETIMEDOUT|EPIPE|socket hang up|Timeout/i.test(`${codeOf(cause)} ${cause.message}`);
  return new StoreUnavailable({
    retryable,
    text: retryable
      ? {
          sv: "ClickHouse svarar inte. Försök igen om en stund.",
          en: "ClickHouse does not answer. Try again in a while.",
        }
      : {
          sv: 'ClickHouse gjorde inte det som det ombads. Orsaken står i felets "cause".',
          en: 'ClickHouse did not do what it was asked. The reason stands in the error\'s "cause".',
        },
    cause,
  });
}

const codeOf = (error: Error): unknown => ("code" in error ? error.code : "");

/** No export of the association is there. */
export const notExported = (): StoreUnavailable =>
  new StoreUnavailable({
    retryable: false,
    text: {
      sv: "Inget register är exporterat till ClickHouse för föreningen. Exportera ett med exportToClickhouse.",
      en: "No register has been exported to ClickHouse for the association. Export one with exportToClickhouse.",
    },
  });

/** A rule that ClickHouse cannot be asked. */
export const cannotBeAsked = (): StoreUnavailable =>
  new StoreUnavailable({
    retryable: false,
    text: {
      sv: "Regeln kan inte ställas till ClickHouse. Pröva den i det register som exporten kommer från.",
      en: "The rule cannot be asked of ClickHouse. Ask it of the register that the export comes from.",
    },
  });
