/** What the events of the support plan add to what is known. */
import { describe, expect, test } from 'vitest';
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import { changedBy as by, day } from '../support/facts.ts';

describe('the support plan', () => {
  const goals = { 3: { goal: 'g-1', reviewOn: '2024-10-01' }, 4: { goal: 'g-2', reviewOn: '2024-11-01' } };
  const tasks = { 3: { task: 't-1', dueOn: '2024-10-01' }, 4: { task: 't-2', dueOn: '2024-11-01' } };
  const { 3: _, ...otherGoals } = goals;
  const { 3: __, ...otherTasks } = tasks;
  const reviewed = (
    result: EventOf<'goal.reviewed'>['result'],
    goal = 3,
    reviewOn?: string,
  ): JourneyEvent => ({
    ...{ type: 'goal.reviewed', goal, result },
    ...(reviewOn ? { reviewOn } : {}),
  });

  test('keeps a goal until it is reached or dropped, and counts the reached ones', () => {
    const set: JourneyEvent = { type: 'goal.set', goal: 'g-3', reviewOn: '2024-12-01' };
    expect(by(set, { goals })).toEqual({ goals: { ...goals, 9: { goal: 'g-3', reviewOn: '2024-12-01' } } });
    expect(by(reviewed('reached'), { goals, goalsReached: 2 })).toEqual({
      goals: otherGoals,
      goalsReached: 3,
    });
    expect(by(reviewed('dropped'), { goals })).toEqual({ goals: otherGoals });
    const later = { ...goals, 3: { goal: 'g-1', reviewOn: '2024-12-24' } };
    expect(by(reviewed('continued', 3, '2024-12-24'), { goals })).toEqual({ goals: later });
    expect(by(reviewed('continued'), { goals })).toEqual({ goals });
    expect(by(reviewed('continued', 5), { goals })).toEqual({ goals });
  });

  test('keeps a task until it is done or dropped', () => {
    const set: JourneyEvent = { type: 'task.set', task: 't-3', dueOn: '2024-12-01' };
    expect(by(set, { tasks })).toEqual({ tasks: { ...tasks, 9: { task: 't-3', dueOn: '2024-12-01' } } });
    for (const type of ['task.done', 'task.dropped'] as const) {
      expect(by({ type, task: 3 }, { tasks })).toEqual({ tasks: otherTasks });
    }
  });

  test('adds the minutes of contacts by month', () => {
    const contact: JourneyEvent = {
      type: 'contact.recorded',
      ...{ with: 'participant', how: 'phone', minutes: 20, reached: true },
    };
    expect(by(contact)).toEqual({ lastContactOn: day, minutes: { '2024-10': 20 } });
    expect(by(contact, { minutes: { '2024-09': 5, '2024-10': 30 } }).minutes).toEqual({
      ...{ '2024-09': 5, '2024-10': 50 },
    });
  });

  test('knows each absence from its first to its last day', () => {
    const before = { from: '2024-05-01', to: '2024-05-03', reason: 'excused' } as const;
    const began: JourneyEvent = { type: 'absence.began', reason: 'illness' };
    const now = { from: day, reason: 'illness' } as const;
    expect(by(began, { absences: [before] })).toEqual({ absences: [before, now] });
    expect(by({ type: 'absence.ended' }, { absences: [before, now] })).toEqual({
      absences: [before, { ...now, to: day }],
    });
    expect(by({ type: 'absence.ended' })).toEqual({});
  });

  test('knows what help was asked for, and how far it has come', () => {
    const asked = { topic: 'school', for: 'company', status: 'asked' } as const;
    const other = { ...asked, topic: 'everyday' } as const;
    expect(by({ type: 'help.asked', topic: 'school', for: 'company' }, { help: { 4: other } })).toEqual({
      help: { 4: other, 9: asked },
    });
    const help = { 4: other, 5: asked };
    expect(by({ type: 'help.started', help: 5 }, { help })).toEqual({
      help: { 4: other, 5: { ...asked, status: 'running' } },
    });
    expect(by({ type: 'help.ended', help: 5 }, { help })).toEqual({
      help: { 4: other, 5: { ...asked, status: 'ended' } },
    });
    for (const type of ['help.started', 'help.ended'] as const)
      expect(by({ type, help: 6 }, { help })).toEqual({});
  });

  test('knows the learning support by its subject and who gives it', () => {
    const learningSupport = { subject: 'maths' };
    expect(by({ type: 'learningSupport.requested', subject: 'maths' })).toEqual({ learningSupport });
    const started: JourneyEvent = { type: 'learningSupport.started', supporter: 's-1' };
    expect(by(started, { learningSupport })).toEqual({
      learningSupport: { subject: 'maths', supporter: 's-1' },
    });
    expect(by(started)).toEqual({});
    expect(by({ type: 'learningSupport.ended' }, { learningSupport })).toEqual({
      learningSupport: undefined,
    });
  });
});
