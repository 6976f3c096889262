/** Titles of strangers and names of ours. */
import { expect, test } from "vitest";
import { isSameName, speaksOf } from "../../trip/name-agreement.ts";

test.each([
  ["Jerónimos Monastery: Skip-the-Line Entry", "Jerónimos Monastery"],
  ["Lisbon: Jeronimos Monastery E-Ticket & Audio", "Mosteiro dos Jerónimos"],
  ["Louvre Museum Timed-Entrance Ticket", "Musée du Louvre"],
  ["Guided visit of St. Mark's Basilica", "St Mark’s Basilica"],
])("%s speaks of %s", (title, name) => expect(speaksOf(title, name)).toBe(true));

test.each([
  ["Belém Tower and riverside walk", "Jerónimos Monastery"],
  ["Hieronymus tour", "Jerónimos Monastery"],
  ["National Museum of Ancient Art: ticket", "National Museum"],
  ["Old Town walking tour", "Old Town"],
  ["Anything at all", ""],
  ["", "Louvre"],
])("%s does not speak of %s", (title, name) => expect(speaksOf(title, name)).toBe(false));

test("the same words are the same name", () => {
  expect(isSameName("São Paulo", "Sao Paulo")).toBe(true);
  expect(isSameName("Rio de Janeiro", "Rio Janeiro")).toBe(true);
  expect(isSameName("Porto", "Porto Alegre")).toBe(false);
  expect(isSameName("", "")).toBe(false);
});
