/** Ways to what may be entered: links to forms on this page, so that each can be opened, marked and gone back from. */
import { Link } from 'wouter';
import { eventIn } from '../parts/catalogue.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { useLang } from '../parts/lang.tsx';
import type { Text } from '../words.ts';
import { type Doing, doingPath, opened, useSection } from './address.ts';
import { mayBeSaid, useShown } from './shown.ts';

const looks = {
  row: 'step-link',
  primary: 'kern-btn kern-btn--primary',
  secondary: 'kern-btn kern-btn--secondary',
} as const;

export interface DoProps {
  readonly doing: Doing;
  readonly label: string;
  readonly look?: keyof typeof looks;
  readonly icon?: IconName;
  /** What it is about, where the same link stands several times on the page. */
  readonly about?: string | undefined;
}

export function Do({ doing, label, look = 'row', icon, about }: DoProps) {
  const { id } = useShown();
  const [section] = useSection();
  return (
    <Link href={doingPath(id, doing, section)} state={opened} className={looks[look]}>
      {icon && <Icon name={icon} />}
      <span className={look === 'row' ? undefined : 'kern-label'}>{label}</span>
      {about !== undefined && <span className="kern-sr-only">: {about}</span>}
    </Link>
  );
}

export interface SayProps extends Omit<DoProps, 'doing' | 'label'> {
  readonly type: string;
  readonly initial?: Readonly<Record<string, string>>;
  /** The event's own label where left out. */
  readonly label?: Text;
}

/** A way to an event's form; nothing where the caller may not enter it now. */
export function Say({ type, initial = {}, label, ...rest }: SayProps) {
  const shown = useShown();
  const { say } = useLang();
  const event = eventIn(shown.catalogue, type);
  if (!event || !mayBeSaid(shown, type)) return null;
  return <Do doing={{ kind: 'say', type, initial }} label={say(label ?? event.label)} {...rest} />;
}
