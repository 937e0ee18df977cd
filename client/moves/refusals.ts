/** Why a bundle, or a journey in it, is refused. Opaque ids and codes only: nothing here names a person. Pure. */
import { Refusal, type RefusalCode } from '../../workflows/journal/refusal.ts';

const refused = (code: RefusalCode, de: string, en: string): Refusal => new Refusal(code, [{ code, de, en }]);

/** It is not what the partner signed, or what they signed does not fit together. */
export const invalid = (de: string, en: string): Refusal =>
  refused(
    'bundle-invalid',
    `Das Bündel ist nicht so, wie der andere Träger es unterschrieben hat: ${de}.`,
    `The bundle is not as the other provider signed it: ${en}.`,
  );

/** The people in it are incomplete, or concern more than its journey. */
export const wrongPeople = (): Refusal =>
  refused(
    'bundle-invalid',
    'Die Personendaten des Bündels sind unvollständig oder betreffen nicht nur diese Begleitung.',
    'The personal data of the bundle are incomplete or concern more than this journey.',
  );

export const notAddressed = (de: string, en: string): Refusal =>
  refused(
    'not-addressed',
    `Das Bündel ist für ${de}, nicht für uns.`,
    `The bundle is for ${en}, not for us.`,
  );

export const unknownFormat = (said: string, known: string): Refusal =>
  refused(
    'unknown-version',
    `Das Format »${said}« ist hier nicht bekannt, nur »${known}«.`,
    `The format "${said}" is not known here, only "${known}".`,
  );

/** Its last entry does not hand the journey to `to`. */
export const notTransferred = (journey: string, to: string): Refusal =>
  refused(
    'not-transferred',
    `Die Begleitung ${journey} ist nicht an ${to} übergeben: Das sagt ihr letzter Eintrag nicht.`,
    `The journey ${journey} is not transferred to ${to}: its last entry does not say so.`,
  );

/** It was transferred, but to somebody else. */
export const transferredElsewhere = (journey: string, provider: string, to: string): Refusal =>
  refused(
    'not-transferred',
    `Die Begleitung ${journey} ist nicht an ${provider} übergeben, sondern an ${to}.`,
    `The journey ${journey} is not transferred to ${provider} but to ${to}.`,
  );
