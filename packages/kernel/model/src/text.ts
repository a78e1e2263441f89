import * as z from "zod";

/** The languages every text exists in. Swedish first: it is the language of the sources. */
export const languages = ["sv", "en"] as const;

/** One of the {@link languages}. */
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** A text that a person reads, in Swedish and in English. Neither may be empty. */
export const Text = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof Text>;
