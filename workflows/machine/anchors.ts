/** From which fact each deadline is reckoned: the other half of the policy's rows. Pure. */
import type { DeadlineKey } from '../policy/policy.ts';
import type { AnchorOf } from './anchors/anchor.ts';
import { meetingAnchors } from './anchors/meetings.ts';
import { phaseAnchors } from './anchors/phase.ts';
import { reportAnchors } from './anchors/reports.ts';
import { supportAnchors } from './anchors/support.ts';

export const anchors: { readonly [K in DeadlineKey]: AnchorOf } = {
  ...phaseAnchors,
  ...meetingAnchors,
  ...reportAnchors,
  ...supportAnchors,
};
