/** Equal questions at the same time are asked once: whoever comes while one is on its way shares its answer. */

interface Flight<Value> {
  readonly answer: Promise<Value>;
  readonly stop: AbortController;
  waiting: number;
}

export interface SingleFlight<Value> {
  /** Throws the signal's reason; the others stay. When the last one has left, `ask` is stopped. */
  join(key: string, ask: (signal: AbortSignal) => Promise<Value>, signal: AbortSignal): Promise<Value>;
}

export function createSingleFlight<Value>(): SingleFlight<Value> {
  const flights = new Map<string, Flight<Value>>();

  function start(key: string, ask: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
    const stop = new AbortController();
    const flight: Flight<Value> = { answer: ask(stop.signal), stop, waiting: 0 };
    const land = (): void => forget(key, flight);
    flight.answer.then(land, land);
    flights.set(key, flight);
    return flight;
  }
  const forget = (key: string, flight: Flight<Value>): void => {
    if (flights.get(key) === flight) flights.delete(key);
  };

  return {
    async join(key, ask, signal) {
      signal.throwIfAborted();
      const flight = flights.get(key) ?? start(key, ask);
      flight.waiting += 1;
      return new Promise((resolve, reject) => {
        const onAbort = (): void => {
          flight.waiting -= 1;
          if (flight.waiting === 0) {
            // Whoever comes now asks anew: this one is over.
            forget(key, flight);
            flight.stop.abort(signal.reason);
          }
          reject(signal.reason);
        };
        const land = (): void => signal.removeEventListener("abort", onAbort);
        signal.addEventListener("abort", onAbort, { once: true });
        flight.answer.finally(land).then(resolve, reject);
      });
    },
  };
}
