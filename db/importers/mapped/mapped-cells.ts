/** What the cells of a row say, field by field, as the mapping reads them. What is not understood counts as not said. */
import { decimalOf } from "../free-text/currencies.ts";
import type { MappedRow } from "./mapped-row.ts";
import { CHOICES, type Field, type FieldName, type Mapping } from "./mapping.ts";

export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const YES_NO: Readonly<Record<string, boolean>> = {
  yes: true,
  no: false,
  true: true,
  false: false,
  y: true,
  n: false,
  "1": true,
  "0": false,
};

/** A keyword: "Street Art" → "street_art". */
function wordOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_+|_+$/g, "");
}

export class MappedCells {
  readonly #fields: Mapping["fields"];
  readonly #row: MappedRow;

  constructor(mapping: Mapping, row: MappedRow) {
    this.#fields = mapping.fields;
    this.#row = row;
  }

  field(name: FieldName): Field | undefined {
    return this.#fields[name];
  }

  /** As the column says it, before `values`. */
  cell(name: FieldName): string | undefined {
    const from = this.#fields[name]?.from;
    return from === undefined ? undefined : this.#row.cells.get(from)?.[0]?.trim();
  }

  #translated(field: Field, cell: string): string | undefined {
    const text = cell.trim();
    const said = field.values ? field.values[text] : text === "" ? undefined : text;
    return said ?? field.default;
  }

  text(name: FieldName): string | undefined {
    const field = this.#fields[name];
    if (!field) return undefined;
    return field.value ?? this.#translated(field, this.cell(name) ?? "");
  }

  list(name: FieldName): string[] {
    const field = this.#fields[name];
    if (!field) return [];
    if (field.value !== undefined) return [field.value];
    const cells = this.#row.cells.get(field.from ?? "") ?? [];
    const parts = cells.length > 1 ? cells : (cells[0] ?? "").split(field.separator ?? ",");
    return [...new Set(parts.flatMap((part) => this.#translated(field, part) ?? []))];
  }

  words(name: FieldName): string[] {
    return [...new Set(this.list(name).map(wordOf))].filter((word) => word !== "" && word.length <= 50);
  }

  /** One of the field's choices, however it is written: "Theme park" is `theme_park`. */
  choice<Choice extends string>(name: FieldName): Choice | undefined {
    return this.#chosen<Choice>(name, this.text(name));
  }

  choices<Choice extends string>(name: FieldName): Choice[] {
    return this.list(name).flatMap((text) => this.#chosen<Choice>(name, text) ?? []);
  }

  #chosen<Choice extends string>(name: FieldName, text: string | undefined): Choice | undefined {
    const word = wordOf(text ?? "");
    return CHOICES[name]?.find((choice) => choice.toLowerCase() === word) as Choice | undefined;
  }

  number(name: FieldName): number | undefined {
    const text = this.text(name) ?? "";
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  }

  count(name: FieldName): number | undefined {
    const value = this.number(name);
    return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  }

  yesNo(name: FieldName): boolean | undefined {
    return YES_NO[this.text(name)?.toLowerCase() ?? ""];
  }

  /** "38,71" is written so where commas are decimal points. */
  coordinate(name: FieldName): string | undefined {
    return this.text(name)?.replace(/^(-?\d+),(\d+)$/, "$1.$2");
  }

  money(name: FieldName): Money | undefined {
    const field = this.#fields[name];
    const currency =
      field?.currency ??
      this.#row.cells
        .get(field?.currencyFrom ?? "")?.[0]
        ?.trim()
        .toUpperCase() ??
      "";
    if (!/^[A-Z]{3}$/.test(currency)) return undefined;
    const amount = decimalOf(this.text(name) ?? "", currency);
    return amount === null ? undefined : { amount, currency };
  }
}
