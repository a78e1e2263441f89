/** How long the calls into WebAssembly took since the last reset. */
export interface WebAssemblyTime {
  readonly milliseconds: () => number;
  readonly reset: () => void;
}

/** What is used of the global of that name, whose types belong to browsers. */
interface Instantiating {
  instantiate(
    source: unknown,
    imports: unknown,
  ): Promise<{
    readonly module: unknown;
    readonly instance: { readonly exports: Readonly<Record<string, unknown>> };
  }>;
}

/** Measures every call into the WebAssembly modules that are instantiated from here on; calls within calls count once. */
export function timeInWebAssembly(): WebAssemblyTime {
  let [total, depth] = [0, 0];
  const measured =
    (work: (...values: unknown[]) => unknown) =>
    (...values: unknown[]): unknown => {
      if (depth > 0) return work(...values);
      depth += 1;
      const start = performance.now();
      try {
        return work(...values);
      } finally {
        depth -= 1;
        total += performance.now() - start;
      }
    };
  const webAssembly: Instantiating = Reflect.get(globalThis, "WebAssembly");
  const instantiate = webAssembly.instantiate.bind(webAssembly);
  webAssembly.instantiate = async (source, imports) => {
    const { instance, module } = await instantiate(source, imports);
    const exports = Object.fromEntries(
      Object.entries(instance.exports).map(([name, value]) => [
        name,
        typeof value === "function" ? measured((...values) => Reflect.apply(value, undefined, values)) : value,
      ]),
    );
    return { module, instance: { exports } };
  };
  return {
    milliseconds: () => total,
    reset: () => {
      total = 0;
    },
  };
}
