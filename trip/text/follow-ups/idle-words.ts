/** Words that say what to do, how, or nothing at all: what is left beside them names a stop or a place. */

const IDLE = new Set(
  `a an the this that these those our my your their his her its it them they we us i you he she one ones some any all both each every
  to of in on at into onto from for with by and or but so as than then there here if when while around about between after before until till
  is are was were be been being am do does did done can could would should will shall may might must have has had having let lets let's
  get gets got getting go goes going went gone come comes coming make makes making take takes taking want wants wanted like liked prefer rather
  need needs needed please kindly just maybe perhaps instead again also too really actually very quite much more less most only even still
  back out off up down over away put puts move moves moved moving shift shifted push pushed bring brought switch switched swap swapped change changed
  reschedule rescheduled postpone postponed delay delayed drop dropped remove removed delete deleted cancel cancelled canceled skip skipped cut lose
  leave out rid keep kept lock locked unlock pin fix fixed hold save add added include included insert squeeze fit replace replaced exchange
  visit visits visiting visited see seeing seen do doing stop stops thing things place places item items activity activities sight sights spot spots
  attraction attractions entry plan plans planned schedule scheduled trip itinerary day days time later earlier sooner better best good great nice
  something somewhere anything else other another different new old same big small little famous lovely beautiful cute fancy long short whole entire
  not no don't dont doesn't didn't won't can't cant cannot isn't wasn't never none nothing
  i'd i'll i'm we'd we'll we're we've i've it's that's there's what what's which who whom whose why how where
  now ok okay yes hey hi hello thanks thank sorry well hmm oh ah um uh yeah alternative option options idea please pls plz
  tour booked booking reservation tickets ticket boring overrated tired enough far close today tonight morning afternoon evening night noon
  interested feel feeling fancy feels seems sounds looks think thought hate love loved enjoyed favourite favorite kids children think find found
  forget scrap ditch scratch bin axe nix omit exclude avoid without except strike erase yank toss dump pass throw eliminate kill bump slide drag transfer relocate
  forward set start starts begin begins end ends finish arrive arriving happen happens due supposed meant possible possibly
  wait pick picks picked choose look say decided against stay put safe fixed firm sure definitely absolutely touch non-negotiable nonnegotiable certain guaranteed anymore any longer first second third last next`
    .split(/\s+/)
    .filter(Boolean),
);

export function isIdle(word: string): boolean {
  return IDLE.has(word);
}
