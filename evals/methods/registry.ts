/** What the planner is measured beside, in the order of the tables. One more is a line here. */
import type { Method } from "../method.ts";
import { GREEDY } from "./greedy.ts";
import { NEAREST } from "./nearest.ts";
import { RANDOM } from "./random.ts";

export const METHODS: readonly Method[] = [NEAREST, GREEDY, RANDOM];
