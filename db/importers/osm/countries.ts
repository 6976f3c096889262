/** Which country a point is in, by the borders the file holds whole: the innermost that carries a code decides. */

import type { CityRecord } from "../source-record.ts";
import { type Area, isInArea, type Ring } from "./geometry/rings.ts";
import type { RelationShape, Shapes } from "./geometry/shapes.ts";
import { asRings, nearlyRingOf, ringsOf } from "./geometry/stand-for.ts";
import { type Border, hasOwnCode } from "./survey.ts";

/** Extracts cut for other purposes leave out stretches of a border that no road crosses. */
const NEARLY_WHOLE = 0.8;

function outersOf(shape: RelationShape, shapes: Shapes): Ring[] {
  const whole = ringsOf(shape, shapes, true);
  const nearly = whole.length > 0 ? null : nearlyRingOf(shape, shapes, NEARLY_WHOLE);
  return asRings(nearly === null ? whole : [nearly], shapes);
}

interface Country {
  readonly code: string;
  readonly level: number;
  readonly area: Area;
}

export class Countries {
  readonly #countries: readonly Country[];
  readonly #capitals: ReadonlyMap<string, string>;

  constructor(borders: readonly Border[], shapes: Shapes) {
    this.#countries = borders
      .flatMap(({ shape, tags, countryCode }) => {
        const found = shapes.all[shape];
        if (found?.kind !== "relation") return [];
        const outers = outersOf(found, shapes);
        const area = { outers, inners: asRings(ringsOf(found, shapes, false), shapes) };
        // A part of a state that has a code of its own, as the Faroe Islands have, is before the state.
        const level = Number(tags.admin_level ?? 2) + (hasOwnCode(tags) ? 100 : 0);
        return outers.length > 0 ? [{ code: countryCode, level, area }] : [];
      })
      .toSorted((a, b) => b.level - a.level);
    this.#capitals = new Map(
      borders.flatMap(({ capital, countryCode }) => (capital === null ? [] : [[`node/${capital}`, countryCode]])),
    );
  }

  isCapital(externalId: string): boolean {
    return this.#capitals.has(externalId);
  }

  /** Of a city: the border names its capital, and lies around the others. */
  codeOf({ externalId, location }: Pick<CityRecord, "externalId" | "location">): string | undefined {
    const own = this.#capitals.get(externalId);
    if (own !== undefined) return own;
    return this.#countries.find(({ area }) => isInArea(location, area))?.code;
  }
}
