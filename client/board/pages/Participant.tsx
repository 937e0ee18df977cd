/** One participant: where the journey stands, what may be entered, and everything that is known of it. */
import '../participant/participant.css';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Journey } from '../../web/api/schemas.ts';
import { sections, useDoing, useSection } from '../participant/address.ts';
import { Command } from '../participant/Command.tsx';
import { Head } from '../participant/Head.tsx';
import { SupportReading } from '../participant/SupportReading.tsx';
import { sectionParts, sectionWords } from '../participant/sections.tsx';
import { ShownContext, useJourney, useSurroundings } from '../participant/shown.ts';
import { Answer } from '../parts/Answer.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { Tabs } from '../parts/Tabs.tsx';

export default function Participant({ journey }: { journey: string }) {
  const { t } = useLang();
  const query = useJourney(journey);
  return (
    <Page
      title={query.data?.card.name ?? journey}
      above={
        <Link href="/participants" className="kern-link back-link">
          <Icon name="back" />
          {t('participants')}
        </Link>
      }
    >
      <Answer query={query}>{(data) => <Whole id={journey} data={data} />}</Answer>
    </Page>
  );
}

function Whole({ id, data }: { id: string; data: Journey }) {
  const isWhole = data.reading === 'whole';
  const surroundings = useSurroundings(id, isWhole);
  const [doing, leave] = useDoing();
  if (!surroundings) return <Loading />;
  return (
    <ShownContext value={{ ...data, ...surroundings }}>
      <Head />
      {doing && <Command doing={doing} onLeave={leave} />}
      <Behind isHidden={doing !== undefined}>{isWhole ? <Sections /> : <SupportReading />}</Behind>
    </ShownContext>
  );
}

/** The sections stay as they are while something is entered; afterwards the focus is back where it came from. */
function Behind({ isHidden, children }: { isHidden: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const from = useRef<Element>(null);
  useLayoutEffect(() => {
    if (isHidden)
      from.current = place.current?.contains(document.activeElement) ? document.activeElement : null;
    else if (from.current instanceof HTMLElement) from.current.focus();
  }, [isHidden]);
  return (
    <div ref={place} hidden={isHidden}>
      {children}
    </div>
  );
}

function Sections() {
  const { t } = useLang();
  const [open, setOpen] = useSection();
  const Part = sectionParts[open];
  const place = useRef<HTMLDivElement>(null);
  // On a phone the open tab may lie beyond the edge.
  useLayoutEffect(() => {
    const tab = place.current?.querySelector<HTMLElement>(`[role=tab][id$="-${open}"]`);
    const bar = tab?.parentElement;
    if (tab && bar)
      bar.scrollLeft = tab.offsetLeft - bar.offsetLeft - (bar.clientWidth - tab.clientWidth) / 2;
  }, [open]);
  return (
    <div ref={place}>
      <Tabs
        label={t('sections')}
        tabs={sections.map((key) => ({ key, label: t(sectionWords[key]) }))}
        open={open}
        onOpen={setOpen}
      >
        <Part />
      </Tabs>
    </div>
  );
}
