import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, opened } from "./register.fixture.ts";
import { decideEncoding, decoders } from "./text-encoding.ts";

const start = { offset: 0, line: 1 };
const encodingOf = async (...parts: readonly (string | Uint8Array)[]) =>
  decideEncoding(await opened(bytesOf(...parts)), start);
const windows1252 = (text: string): Buffer => Buffer.from(text, "latin1");
const noise = Uint8Array.of(0xff, 0xfe, 0x00, 0xc3, 0x28, 0x9d, 0xf0, 0x80, 0x80, 0xe5);

describe("the encoding of a file without a byte order mark", () => {
  test("is UTF-8 when it has only ASCII", async () => {
    expect(await encodingOf("id;sex\n1;K\n")).toBe("utf-8");
  });

  test("is what the letters of the headings are in", async () => {
    expect(await encodingOf("id;kön\n1;K\n")).toBe("utf-8");
    expect(await encodingOf(windows1252("id;kön\n1;K\n"))).toBe("windows-1252");
  });

  test("is not changed by lines of binary noise after headings that have letters", async () => {
    expect(await encodingOf("id;kön\n", noise, "\n", noise, "\n", noise, "\n1;K\n")).toBe("utf-8");
  });

  test("is what most lines with letters are in, when the headings have none", async () => {
    expect(await encodingOf("id;ort\n1;Å\n2;Ä\n", noise, noise, noise, "\n")).toBe("utf-8");
    expect(await encodingOf("id;ort\n1;Å\n", noise, "\n")).toBe("utf-8");
    expect(await encodingOf(windows1252("id;ort\n1;Årsta\n2;Älvsjö\n"), noise, "\n")).toBe("windows-1252");
  });

  test("is found on lines that do not end in the piece of the file they begin in", async () => {
    const long = `${"a".repeat(70_000)}Å`;
    expect(await encodingOf("id\n", long, "\n")).toBe("utf-8");
    expect(await encodingOf("id\n", windows1252(long), "\n")).toBe("windows-1252");
  });

  test("is found on the first line after a place, too", async () => {
    const file = await opened(bytesOf("sep=;\n", windows1252("kön\n")));
    expect(await decideEncoding(file, { offset: 6, line: 2 })).toBe("windows-1252");
  });
});

describe("the text of a cell", () => {
  const bytes = (text: string) => Buffer.from(text).toString("latin1");

  test("is the same in both encodings for any text they share", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "Å", "ö", "é", " ", "ß", "1") });
    fc.assert(
      fc.property(letters, (text) => {
        expect(decoders["utf-8"](bytes(text))).toBe(text);
        const written = windows1252(text);
        // Windows-1252 that is also valid UTF-8 beyond ASCII does not come from letters such as these.
        expect(decoders["windows-1252"](written.toString("latin1"))).toBe(text);
      }),
    );
  });

  test("may hold the signs that Windows-1252 has and Latin-1 has not", () => {
    expect(decoders["windows-1252"]("\x80 \x93x\x94 \x96 \x8a")).toBe("€ “x” – Š");
  });

  test("is missing where the bytes are not UTF-8", () => {
    for (const broken of ["\xe5", "\xc3", "\xc3\x28", "\xf0\x9f\x98", "\xed\xa0\x80", "\xc0\x80"])
      expect(decoders["utf-8"](`x${broken}`)).toBeNull();
  });

  test("is missing where a file in Windows-1252 has letters in UTF-8, which would become other letters", () => {
    expect(decoders["windows-1252"](bytes("Östermalm"))).toBeNull();
  });
});
