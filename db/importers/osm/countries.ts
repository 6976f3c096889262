/** Which country a point is in, by the borders the file holds whole: the innermost that carries a code decides. */
import { type Area, isInArea, type Point } from "./geometry/rings.ts";
import type { Shapes } from "./geometry/shapes.ts";
import { asRings, ringsOf } from "./geometry/stand-for.ts";
import { type Border, hasOwnCode } from "./survey.ts";

interface Country {
  readonly code: string;
  readonly level: number;
  readonly area: Area;
}

export class Countries {
  readonly #countries: readonly Country[];
  readonly capitals: ReadonlySet<string>;

  constructor(borders: readonly Border[], shapes: Shapes) {
    this.#countries = borders
      .flatMap(({ shape, tags, countryCode }) => {
        const found = shapes.all[shape];
        if (found?.kind !== "relation") return [];
        const outers = asRings(ringsOf(found, shapes, true), shapes);
        const area = { outers, inners: asRings(ringsOf(found, shapes, false), shapes) };
        // A part of a state that has a code of its own, as the Faroe Islands have, is before the state.
        const level = Number(tags.admin_level ?? 2) + (hasOwnCode(tags) ? 100 : 0);
        return outers.length > 0 ? [{ code: countryCode, level, area }] : [];
      })
      .toSorted((a, b) => b.level - a.level);
    this.capitals = new Set(borders.flatMap(({ capital }) => (capital === null ? [] : [`node/${capital}`])));
  }

  codeAt(point: Point): string | undefined {
    return this.#countries.find(({ area }) => isInArea(point, area))?.code;
  }
}
