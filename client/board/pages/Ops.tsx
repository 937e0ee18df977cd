/** How the software itself is doing. Opaque ids only: it names nobody. */
import { useSearchParams } from 'wouter';
import { Reconciliation } from '../ops/Reconciliation.tsx';
import { Rules } from '../ops/Rules.tsx';
import { Stuck } from '../ops/Stuck.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { useMe } from '../parts/session.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import type { WordKey } from '../words.ts';
import '../styles/cohort.css';
import '../styles/office.css';

const tabs = {
  stuck: { label: 'opsStuck', opsOnly: false, content: Stuck },
  rules: { label: 'opsRules', opsOnly: false, content: Rules },
  reconcile: { label: 'opsReconcile', opsOnly: true, content: Reconciliation },
} as const satisfies Record<string, { label: WordKey; opsOnly: boolean; content: () => React.ReactNode }>;
type TabKey = keyof typeof tabs;

export default function Ops() {
  const { t } = useLang();
  const isOps = useMe()?.roles.includes('ops') ?? false;
  const [query, setQuery] = useSearchParams();
  const shown = (Object.keys(tabs) as TabKey[]).filter((key) => isOps || !tabs[key].opsOnly);
  const open = shown.find((key) => key === query.get('tab')) ?? 'stuck';
  const Content = tabs[open].content;
  return (
    <Page title={t('ops')}>
      <Tabs
        label={t('ops')}
        tabs={shown.map((key) => ({ key, label: t(tabs[key].label) }))}
        open={open}
        onOpen={(tab) => setQuery({ tab }, { replace: true })}
      >
        <Content />
      </Tabs>
    </Page>
  );
}
