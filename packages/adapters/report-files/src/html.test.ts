import { describe, expect, test } from "vitest";
import { cssString, harmlessText, html, trustedMarkup, withWholeDates } from "./html.ts";

describe("a template for markup", () => {
  test("escapes what would start a tag, an entity or the end of an attribute", () => {
    expect(html`<p title="${'" onclick="x'}">${"<script>'&"}</p>`.markup).toBe(
      '<p title="&#34; onclick=&#34;x">&#60;script&#62;&#39;&#38;</p>',
    );
  });

  test("takes markup as it is, lists one after another and nothing as nothing", () => {
    expect(html`${html`<b>${1}</b>`}${["<", html`<i>${undefined}</i>`]}${trustedMarkup("<svg/>")}`.markup).toBe(
      "<b>1</b>&#60;<i></i><svg/>",
    );
  });

  test("does not take an object that only looks like markup for markup", () => {
    const label: string = JSON.parse('{ "markup": "<script>" }');
    expect(() => html`${label}`).toThrow();
  });
});

describe("a text from a report", () => {
  test("loses the marks that turn the direction of reading, and control characters", () => {
    expect(harmlessText("Grund\u202eskola\u2066\u0000")).toBe("Grund skola ");
    expect(harmlessText("half \ud83d of a character")).toBe("half   of a character");
    expect(harmlessText("Rätt stöd för mig! 👩‍🦽")).toBe("Rätt stöd för mig! 👩‍🦽");
  });

  test("keeps its dates whole and stays escaped", () => {
    expect(withWholeDates("<b> 2021-01-01 – 2021-12-31, 2022-01-01").markup).toBe(
      '&#60;b&#62; <span class="whole">2021-01-01 – 2021-12-31</span>, <span class="whole">2022-01-01</span>',
    );
  });

  test("cannot leave a string in a style sheet", () => {
    expect(cssString('a"; } </style>')).toBe('"a\\22 \\3b \\20 \\7d \\20 \\3c \\2f style\\3e "');
  });
});
