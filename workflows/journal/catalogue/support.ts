/** Events of support: plan, contacts, absences, help, hours, learning support, reports, funding. */
import { z } from 'zod';
import { Role } from '../../effects/words.ts';
import { Day } from '../../policy/calendar.ts';
import { type EventSpec, event, Id, Seq, supporters, team } from './fields.ts';

export const reportKinds = [
  'preparationStart',
  'preparationProgress',
  'preparationFinal',
  'trainingStart',
  'trainingProgress',
  'probation',
  'trainingYear',
  'trainingFinal',
] as const;
export type ReportKind = (typeof reportKinds)[number];

const report = {
  report: z.enum(reportKinds),
  /** Which training year, for a report at the end of one. */
  year: z.int().min(1).max(5).optional(),
};

/** A calendar month, `YYYY-MM`. */
const Month = z.string().refine((text) => /^20\d\d-(0[1-9]|1[0-2])$/.test(text), {
  error: 'must be a month (YYYY-MM)',
  params: { de: 'muss ein Monat sein (JJJJ-MM)' },
});

const hours = z.int().min(0).max(5000);

export const supportEvents = {
  'goal.set': event(team, 'Ziel im Förderplan vereinbart', 'Goal set in the support plan', {
    goal: Id,
    reviewOn: Day,
  }),
  'goal.reviewed': event(team, 'Ziel geprüft', 'Goal reviewed', {
    goal: Seq,
    result: z.enum(['reached', 'continued', 'dropped']),
    /** When it is reviewed next, where it continues. */
    reviewOn: Day.optional(),
  }),
  'contact.recorded': event(supporters, 'Kontakt erfasst', 'Contact recorded', {
    with: Role,
    how: z.enum(['phone', 'message', 'mail', 'visit', 'office', 'online']),
    minutes: z.int().min(0).max(720),
    reached: z.boolean(),
  }),
  'task.set': event(team, 'Aufgabe gesetzt', 'Task set', { task: Id, dueOn: Day }),
  'task.done': event(team, 'Aufgabe erledigt', 'Task done', { task: Seq }),
  'task.dropped': event(team, 'Aufgabe gestrichen', 'Task dropped', { task: Seq }),
  'absence.began': event(team, 'Abwesend', 'Absent', {
    reason: z.enum(['illness', 'excused', 'unexcused', 'other']),
  }),
  'absence.ended': event(team, 'Wieder anwesend', 'Present again', {}),
  'help.asked': event(team, 'Hilfe erbeten', 'Help asked for', {
    topic: z.enum(['everyday', 'school', 'company', 'conflict', 'trainingManagement', 'other']),
    for: z.enum(['participant', 'company', 'school']),
  }),
  'help.started': event(team, 'Hilfe begonnen', 'Help started', { help: Seq }),
  'help.ended': event(team, 'Hilfe beendet', 'Help ended', { help: Seq }),
  'hours.offered': event(team, 'Stunden vom Bedarfsträger angeboten', 'Hours offered by the funder', {
    hours,
    /** The allocation period of a budget; with monthly contingents the months it holds for. */
    from: Day,
    to: Day,
  }),
  'hours.accepted': event(team, 'Stundenangebot angenommen', 'Hours offer accepted', {}),
  'hours.countered': event(team, 'Gegenangebot gemacht', 'Hours countered', {
    /** What the provider can do; 0 if none is possible. */
    hours,
  }),
  'hours.answered': event(
    team,
    'Bedarfsträger hat das Gegenangebot beantwortet',
    'Counter-offer answered by the funder',
    {
      agreed: z.boolean(),
      /** The funder's new offer, where it does not agree. */
      hours: hours.optional(),
    },
  ),
  'hours.reported': event(team, 'Verbrauchte Stunden gemeldet', 'Used hours reported', { month: Month }),
  'learningSupport.requested': event(
    team,
    'Stütz- und Förderunterricht angefordert',
    'Learning support requested',
    { subject: Id },
  ),
  'learningSupport.started': event(
    supporters,
    'Stütz- und Förderunterricht begonnen',
    'Learning support started',
    { supporter: Id },
  ),
  'learningSupport.sessionHeld': event(supporters, 'Förderstunde gegeben', 'Lesson given', {
    minutes: z.int().min(1).max(720),
  }),
  'learningSupport.ended': event(
    supporters,
    'Stütz- und Förderunterricht beendet',
    'Learning support ended',
    {},
  ),
  'report.drafted': event(team, 'LuV entworfen', 'LuV report drafted', report),
  'report.submitted': event(team, 'LuV abgegeben', 'LuV report submitted', report),
  'report.corrected': event(team, 'LuV berichtigt', 'LuV report corrected', report),
  'funding.approved': event(team, 'Förderung bewilligt', 'Funding approved', {
    funder: Id,
    /** Percent of the cost. */
    share: z.int().min(1).max(100),
    from: Day,
    to: Day,
    /** How long the funder wants records kept, where longer than the policy. */
    retentionYears: z.int().min(1).max(10).optional(),
  }),
  'funding.ended': event(team, 'Förderung beendet', 'Funding ended', { funding: Seq }),
} as const satisfies Record<string, EventSpec>;
