/** Weekdays as notes give them, in the languages travellers paste; short ones only where a run of them marks the days. */
import { WEEKDAYS, type WeekdayName } from "../../calendar.ts";
import { foldWord } from "./fold-name.ts";

/** From Monday on, a line each. */
const NAMES = `
monday mon montag mo lundi lun lunes lunedi segunda seg maandag ma
tuesday tue tues tu dienstag di mardi martes martedi terca ter dinsdag
wednesday wed weds mittwoch mi mercredi mer miercoles mie mercoledi quarta qua woensdag wo
thursday thu thur thurs th donnerstag do jeudi jeu jueves jue giovedi gio quinta qui donderdag
friday fri freitag fr vendredi ven viernes vie venerdi sexta sex vrijdag vr
saturday sat samstag sa samedi sam sabado sab sabato zaterdag za
sunday sun sonntag so dimanche dim domingo dom domenica zondag zo
`;

const BY_NAME: ReadonlyMap<string, WeekdayName> = new Map(
  NAMES.trim()
    .split("\n")
    .flatMap((line, index) => line.split(" ").map((name) => [name, WEEKDAYS[index] ?? "monday"] as const)),
);

const FIRST =
  /^(?<weekday>\p{L}{2,10}(?:-feira)?)\.?(?:,? (?:the |den |le |el )?\d{1,2}(?:st|nd|rd|th|\.)?(?=\s*(?:$|:(?!\d)|[,;)]|-\s)))?(?![\p{L}\d'])/iu;

/** "fri 8", "sat the 9th", "Mo.", "jeudi": a weekday in front, whatever follows. */
export function weekdayFirst(text: string): { weekday: WeekdayName; length: number } | null {
  const match = FIRST.exec(text);
  const weekday = BY_NAME.get(foldWord(match?.groups?.weekday ?? "").replace(/-feira$/, ""));
  return match && weekday ? { weekday, length: match[0].length } : null;
}
