/** The statechart as a Mermaid state diagram, drawn from the machine itself. */
import type { AnyStateNode } from 'xstate';
import { catalogue, isEventType } from '../workflows/journal/events.ts';
import { machine } from '../workflows/machine/machine.ts';
import type { StateMeta } from '../workflows/machine/setup.ts';
import { type DeadlineKey, newestPolicy, policies } from '../workflows/policy/policy.ts';

type Lang = 'de' | 'en';

/** Mermaid text (`stateDiagram-v2`) of the whole machine, labelled in one language. */
export function chartOf(lang: Lang): string {
  return ['stateDiagram-v2', ...indent(body(machine.root, lang))].join('\n');
}

const idOf = (node: AnyStateNode): string => node.path.join('_') || 'journey';
const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
const childrenOf = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states);

function body(node: AnyStateNode, lang: Lang): string[] {
  const children = childrenOf(node);
  const parts = children.map((child) => state(child, lang));
  if (node.type === 'parallel') return parts.flat();
  const initial = node.initial?.target[0];
  const start = initial ? [`[*] --> ${idOf(initial)}`] : [];
  return [...start, ...parts.flat(), ...children.flatMap((child) => arrows(child, lang))];
}

function state(node: AnyStateNode, lang: Lang): string[] {
  const label = (node.meta as StateMeta | undefined)?.label[lang] ?? node.key;
  const heading = `state "${label}" as ${idOf(node)}`;
  return childrenOf(node).length === 0 ? [heading] : [`${heading} {`, ...indent(body(node, lang)), '}'];
}

/** One arrow for each pair of states, with all the events that lead along it. */
function arrows(node: AnyStateNode, lang: Lang): string[] {
  const labels = new Map<string, Set<string>>();
  const candidates = [...node.transitions.values()].flat().concat(node.always ?? []);
  for (const { eventType, target } of candidates) {
    for (const to of target ?? []) {
      const pair = `${idOf(node)} --> ${idOf(to)}`;
      labels.set(pair, (labels.get(pair) ?? new Set()).add(labelOf(eventType, lang)));
    }
  }
  return [...labels].map(([pair, events]) => {
    const text = [...events].filter((label) => label !== '').join(' / ');
    return text === '' ? pair : `${pair} : ${text}`;
  });
}

function labelOf(eventType: string, lang: Lang): string {
  if (isEventType(eventType)) return catalogue[eventType].label[lang];
  const key = eventType.replace(/^deadline\./, '');
  const row = policies[newestPolicy].deadlines[key as DeadlineKey];
  return row ? `⏰ ${row.label[lang]}`.replaceAll(':', ' –') : '';
}
