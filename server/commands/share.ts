/** `tripwright share`: a link's secret for a trip, told once, or its end. */
import { TripwrightError } from "../../trip/errors.ts";
import { wrapText } from "../render/text-layout.ts";
import { resolveTrip } from "../resolve-trip.ts";
import { withSession } from "../session.ts";
import { terminal } from "../terminal.ts";

export interface ShareOptions {
  public?: boolean;
  stop?: boolean;
  json?: boolean;
}

const STOPPED = "The trip is shared no longer. Links made for it open nothing now.";

function sharedText(shareToken: string, isPublic: boolean): string {
  const readers = isPublic ? "Everybody may read the trip, and so may" : "The trip may be read by";
  return (
    `${readers} whoever has this token: ${shareToken}\n` +
    "It shows title, dates, cities and the selected plan; not who travels, what it costs, or where you sleep. " +
    "It is told only now, and one made earlier no longer works. The web page that opens it comes with the server."
  );
}

export async function shareCommand(trip: string, options: ShareOptions): Promise<void> {
  const { stop = false, public: isPublic = false } = options;
  if (stop && isPublic) throw new TripwrightError("invalid_input", "Expected --public or --stop, got both.");
  await withSession({}, async ({ toolContext, sharing, config }) => {
    const tripId = await resolveTrip(trip, toolContext.trips);
    const say = (answer: object, words: string): void => {
      const lines = words.split("\n").flatMap((line) => wrapText(line, terminal(config).width));
      process.stdout.write(`${options.json ? JSON.stringify(answer, null, 2) : lines.join("\n")}\n`);
    };
    if (stop) {
      await sharing.stopSharing(tripId);
      return say({ tripId, shareToken: null, isPublic: false }, STOPPED);
    }
    const { shareToken } = await sharing.shareTrip(tripId, { isPublic });
    say({ tripId, shareToken, isPublic }, sharedText(shareToken, isPublic));
  });
}
