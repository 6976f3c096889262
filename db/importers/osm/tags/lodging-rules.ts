/** Where one sleeps, by its tags (data). */
import type { LodgingRecord } from "../../source-record.ts";

export interface LodgingRule {
  readonly when: string;
  readonly lodgingType: LodgingRecord["lodgingType"];
}

export const LODGING_RULES: readonly LodgingRule[] = [
  { when: "tourism=hotel", lodgingType: "hotel" },
  { when: "tourism=hostel", lodgingType: "hostel" },
  { when: "tourism=guest_house", lodgingType: "guest_house" },
  { when: "tourism=apartment", lodgingType: "apartment" },
  { when: "tourism=motel", lodgingType: "motel" },
  { when: "tourism=camp_site|caravan_site", lodgingType: "camp_site" },
  { when: "tourism=chalet", lodgingType: "chalet" },
  { when: "tourism=alpine_hut", lodgingType: "other" },
];
