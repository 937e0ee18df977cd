/** Whether a journey that left this provider comes back: its journal here must end with the transfer and go on, unchanged. Pure. */
import { commonLength } from './canonical.ts';
import type { Entry } from './entry.ts';
import { Refusal } from './refusal.ts';

/** @throws Refusal `journey-exists`, with what is the case and what to do, unless `coming` is `own` and what happened since it left. */
export function refuseUnlessBack(journey: string, own: readonly Entry[], coming: readonly Entry[]): void {
  const common = commonLength(own, coming);
  if (common === 0) throw otherJourney(journey);
  if (common === coming.length) throw knownAlready(journey);
  if (own.at(common - 1)?.event?.type !== 'journey.transferred') throw notAway(journey);
  if (common < own.length) throw wentApart(journey, common + 1);
}

const refused = (code: string, de: string, en: string): Refusal =>
  new Refusal('journey-exists', [
    { code, de: `${de} Es ist nichts geändert worden.`, en: `${en} Nothing has been changed.` },
  ]);

const knownAlready = (journey: string): Refusal =>
  refused(
    'journey-exists',
    `Die Begleitung ${journey} gibt es hier schon, mit allem, was im Bündel steht.`,
    `The journey ${journey} exists here already, with all that is in the bundle.`,
  );

const notAway = (journey: string): Refusal =>
  refused(
    'journey-not-away',
    `Die Begleitung ${journey} gibt es hier schon, und sie ist von hier nicht übergeben. Klären Sie mit dem anderen Träger, bei wem sie läuft.`,
    `The journey ${journey} exists here already and is not transferred from here. Settle with the other provider where it runs.`,
  );

const otherJourney = (journey: string): Refusal =>
  refused(
    'other-journey',
    `Unter der Nummer ${journey} gibt es hier schon eine andere Begleitung. Eine der beiden braucht eine andere Nummer.`,
    `Another journey has the id ${journey} here already. One of the two needs another id.`,
  );

/** Numbers and hashes of what was recorded stand for ever, so that two continuations cannot become one. */
const wentApart = (journey: string, from: number): Refusal =>
  refused(
    'journal-differs',
    `Die Begleitung ${journey} ist von hier übergeben, aber seither ist hier weiter eingetragen worden (ab Eintrag ${from}), wovon das Bündel nichts weiß. Beides lässt sich nicht zusammenführen. Der andere Träger kann seine Übergabe zurücknehmen und weiterführen, oder sie beginnt hier neu unter einer anderen Nummer.`,
    `The journey ${journey} is transferred from here, but more was entered here since (from entry ${from} on), of which the bundle knows nothing. The two cannot be brought together. The other provider can take its transfer back and go on, or the journey begins here anew under another id.`,
  );
