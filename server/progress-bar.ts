/** How far long work is, on the error stream: one line that is drawn over on a terminal, a line now and then elsewhere. */

export interface BarState {
  /** 0–1. */
  readonly done: number;
  readonly text: string;
  readonly remainingMs: number | null;
}

export interface ProgressBar {
  show(state: BarState): void;
  /** Leaves the line for whatever comes next. */
  end(): void;
}

const COLUMNS = 24;
const BETWEEN_MS = 100;
const LINES = 10;

function durationText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

function barText({ done, text, remainingMs }: BarState): string {
  const filled = Math.round(done * COLUMNS);
  const left = remainingMs === null || done >= 1 ? "" : `, about ${durationText(remainingMs)} left`;
  const bar = `${"█".repeat(filled)}${"░".repeat(COLUMNS - filled)}`;
  return `${bar} ${String(Math.floor(done * 100)).padStart(3)} %  ${text}${left}`;
}

function drawnOver(stream: NodeJS.WriteStream): ProgressBar {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show: (state) => {
      const now = performance.now();
      if (now - shownAt < BETWEEN_MS) return;
      shownAt = now;
      stream.write(`\r${barText(state).slice(0, (stream.columns ?? 80) - 1)}\u001b[K`);
    },
    end: () => stream.write("\r\u001b[K"),
  };
}

/** A log holds a line for each tenth. */
function lineByLine(stream: NodeJS.WriteStream): ProgressBar {
  let shown = "";
  return {
    show: ({ done, text, remainingMs }) => {
      const step = `${Math.floor(done * LINES)} ${text.replace(/[\d,]+/g, "")}`;
      if (step === shown) return;
      shown = step;
      const left = remainingMs === null || done >= 1 ? "" : `, about ${durationText(remainingMs)} left`;
      stream.write(`· ${Math.floor(done * 100)} %  ${text}${left}\n`);
    },
    end: () => {},
  };
}

const SILENT: ProgressBar = { show: () => {}, end: () => {} };

export function createProgressBar({ quiet }: { quiet: boolean }): ProgressBar {
  if (quiet) return SILENT;
  return process.stderr.isTTY ? drawnOver(process.stderr) : lineByLine(process.stderr);
}
