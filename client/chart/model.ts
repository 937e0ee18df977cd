/** The statechart as plain data in one language, read from the machine itself: what every picture is drawn from. Pure. */
import type { AnyStateNode } from 'xstate';
import { catalogue, isEventType } from '../../workflows/journal/events.ts';
import { machine } from '../../workflows/machine/machine.ts';
import type { StateMeta } from '../../workflows/machine/setup.ts';
import { type DeadlineKey, newestPolicy, policies } from '../../workflows/policy/policy.ts';
import { ClientError } from '../errors.ts';
import { type Lang, words } from './theme.ts';

/** What sets an arrow off: an entry, a deadline, or nothing but facts of other regions. */
export type ArrowKind = 'entry' | 'deadline' | 'follows';

export interface Arrow {
  readonly to: string;
  readonly kind: ArrowKind;
  /** One for each event; none where the arrow follows by itself. */
  readonly labels: readonly string[];
}

export interface State {
  /** Region first, dots between; empty for the whole journey. */
  readonly path: string;
  readonly label: string;
  readonly parallel: boolean;
  /** Path of the state inside that is entered first. */
  readonly initial: string | undefined;
  /** The deadlines that run here. */
  readonly deadlines: readonly { readonly key: string; readonly label: string }[];
  /** Labels of the entries that are noted here and lead nowhere else. */
  readonly notes: readonly string[];
  /** One for each target and kind. */
  readonly arrows: readonly Arrow[];
  readonly inside: readonly State[];
}

/** Reads a state and all states inside it. */
export function modelOf(node: AnyStateNode, lang: Lang): State {
  const meta = node.meta as StateMeta | undefined;
  const moves = [...node.transitions.values()].flat().concat(node.always ?? []);
  const notes = moves.filter(({ target, eventType }) => isEventType(eventType) && !leaves(node, target));
  return {
    path: pathOf(node),
    label: meta?.label[lang] ?? (node.type === 'history' ? words[lang].history : node.key),
    parallel: node.type === 'parallel',
    initial: node.type === 'compound' ? node.initial?.target.map(pathOf)[0] : undefined,
    deadlines: (meta?.deadlines ?? []).map((key) => ({ key, label: deadlineLabel(key, lang) ?? key })),
    notes: [...new Set(notes.map(({ eventType }) => eventLabel(eventType, lang)))],
    arrows: arrowsOf(node, moves, lang),
    inside: Object.values(node.states).map((child) => modelOf(child as AnyStateNode, lang)),
  };
}

/** The regions of the journey, or the one that is named. @throws ClientError `bad-input` naming those there are */
export function regionsOf(lang: Lang, only?: string): readonly State[] {
  const regions = modelOf(machine.root, lang).inside;
  if (only === undefined) return regions;
  const found = regions.filter(({ path }) => path === only);
  if (found.length > 0) return found;
  const known = regions.map(({ path }) => path).join(', ');
  throw new ClientError('bad-input', {
    de: `Es gibt keine Region »${only}«. Regionen: ${known}`,
    en: `There is no region "${only}". Regions: ${known}`,
  });
}

/** A state and all states inside it, parents before children. */
export const flat = (state: State): readonly State[] => [state, ...state.inside.flatMap(flat)];

/** Whether a path lies inside another. */
export const isWithin = (path: string, above: string): boolean => path.startsWith(`${above}.`);

const pathOf = (node: AnyStateNode): string => node.path.join('.');

type Move = NonNullable<AnyStateNode['always']>[number];

const leaves = (node: AnyStateNode, target: Move['target']): boolean =>
  (target ?? []).some((to) => pathOf(to) !== pathOf(node));

function arrowsOf(node: AnyStateNode, moves: readonly Move[], lang: Lang): Arrow[] {
  const arrows = new Map<string, { to: string; kind: ArrowKind; labels: Set<string> }>();
  for (const { eventType, target } of moves) {
    const kind = kindOf(eventType);
    for (const to of (target ?? []).map(pathOf)) {
      if (to === pathOf(node)) continue;
      const arrow = arrows.get(`${kind} ${to}`) ?? { to, kind, labels: new Set() };
      if (kind !== 'follows') arrow.labels.add(eventLabel(eventType, lang));
      arrows.set(`${kind} ${to}`, arrow);
    }
  }
  return [...arrows.values()].map(({ labels, ...arrow }) => ({ ...arrow, labels: [...labels] }));
}

const kindOf = (eventType: string): ArrowKind => {
  if (eventType.startsWith('deadline.')) return 'deadline';
  return isEventType(eventType) ? 'entry' : 'follows';
};

const deadlineLabel = (key: string, lang: Lang): string | undefined =>
  policies[newestPolicy].deadlines[key as DeadlineKey]?.label[lang];

function eventLabel(eventType: string, lang: Lang): string {
  if (isEventType(eventType)) return catalogue[eventType].label[lang];
  const key = eventType.slice('deadline.'.length);
  return deadlineLabel(key, lang) ?? key;
}
