import { expect, test } from 'vitest';

import { type ChainNode, chainOf, leftOut } from './chainOf.ts';
import { drawingOf } from './drawing.ts';

const said = (text: string) => ({ text, locale: 'fr', isFallback: false, isOutdated: false });
const session = { id: 'TrainingSession_1', title: said('Session') };
const EVALUATION = said('Évaluation');
const NEED: ChainNode = {
  id: 'Need_1', title: said('Besoin'), commonNeed: null,
  projects: [{ id: 'Project_1', title: said('Projet'), recommendations: [{ id: 'Recommendation_1', summary: said('Recommandation') }], ownSessions: [session] }],
  cooperationRequests: [{ id: 'CooperationRequest_1', subject: said('Demande'), session, mission: { id: 'Mission_1', title: said('Mission'), report: { summary: said('Rapport') } }, legs: [] }],
  trainingSessions: { nodes: [session] }, missions: { nodes: [] }, missionLegs: { nodes: [] },
  findings: [{ key: 'a', text: said('Constat'), foundBy: { id: 'Mission_1', title: said('Mission') } }],
};

test('each thing stands once, at its stage, in the order from need to result, with what it belongs with', () => {
  expect(chainOf(NEED, EVALUATION).map(({ number, stage, label, linked, isHere }) => [number, stage, label.text, linked, isHere])).toEqual([
    [1, 'NEED', 'Besoin', [3, 4, 6, 8], true], [2, 'RECOMMENDATION', 'Recommandation', [4], false], [3, 'REQUEST', 'Demande', [1, 5, 6], false], [4, 'PROJECT', 'Projet', [1, 2, 6], false],
    [5, 'MISSION', 'Mission', [3, 7, 8], false], [6, 'TRAINING', 'Session', [1, 3, 4], false], [7, 'RESULT', 'Rapport', [5], false], [8, 'RESULT', 'Constat', [1, 5], false],
  ]);
});

test('each says what it is: a leg and a mission at one stage, a finding and a report at another', () => {
  const legs = [{ id: 'MissionLeg_1', purpose: said('Étape') }];
  expect(chainOf({ ...NEED, missionLegs: { nodes: legs } }, EVALUATION).map(({ stage, kind }) => (stage === kind ? kind : `${stage} ${kind}`))).toEqual(['NEED', 'RECOMMENDATION', 'REQUEST', 'PROJECT', 'MISSION', 'MISSION LEG', 'TRAINING', 'RESULT REPORT', 'RESULT FINDING']);
});

test('it is the same way back: from the session to the need, through what lies between', () => {
  const back = chainOf({ ...session, needs: [{ id: 'Need_1', title: said('Besoin') }], cooperationRequests: [{ id: 'CooperationRequest_1', subject: said('Demande'), need: { id: 'Need_1', title: said('Besoin') } }], recommendations: [], belongsTo: null }, EVALUATION);
  expect(back.map(({ label, linked, place }) => [label.text, linked, place])).toEqual([
    ['Besoin', [2, 3], { name: 'need', id: 'Need_1' }], ['Demande', [1, 3], { name: 'cooperation-request', id: 'CooperationRequest_1' }], ['Session', [1, 2], { name: 'training', id: 'TrainingSession_1' }],
  ]);
});

test('objectives of a mission stand for what they work on, and what a mission found leads to its report', () => {
  const mission = chainOf({ id: 'Mission_1', title: said('Mission'), report: null, objectives: [{ needs: [{ id: 'Need_1', title: said('Besoin') }], recommendations: [] }], cooperationRequests: [], findings: [{ key: 'a', text: said('Constat'), foundBy: null, needs: [{ id: 'Need_1', title: said('Besoin') }] }] }, EVALUATION);
  expect(mission.map(({ label, linked }) => [label.text, linked])).toEqual([['Besoin', [2, 3]], ['Mission', [1, 3]], ['Constat', [1, 2]]]);
  expect(mission[2]!.place).toEqual({ name: 'mission-report', id: 'Mission_1' });
});

test('a mission leads to the projects that its objectives serve and to their needs, and a project to its missions', () => {
  const need = { id: 'Need_1', title: said('Besoin') };
  const mission = { id: 'Mission_1', title: said('Mission'), report: { summary: said('Rapport') } };
  const there = chainOf({ ...mission, objectives: [{ needs: [], recommendations: [], projects: [{ id: 'Project_1', title: said('Projet'), needs: [need] }] }], cooperationRequests: [], findings: [] }, EVALUATION);
  const back = chainOf({ id: 'Project_1', title: said('Projet'), commonNeed: null, needs: [need], recommendations: [], ownSessions: [], missions: { totalCount: 1, nodes: [mission] } }, EVALUATION);
  for (const chain of [there, back]) expect(chain.map(({ label, linked }) => [label.text, linked])).toEqual([['Besoin', [2]], ['Projet', [1, 3]], ['Mission', [2, 4]], ['Rapport', [3]]]);
});

test('what stands alone has no chain', () => {
  expect(chainOf({ id: 'Need_1', title: said('Besoin'), projects: [], commonNeed: null }, EVALUATION)).toEqual([]);
});

test('a line that passes a stage goes around what is at it', () => {
  const { items, lines } = drawingOf(chainOf({ id: 'Need_1', title: said('Besoin'), cooperationRequests: [{ id: 'CooperationRequest_1', subject: said('Demande') }], projects: [{ id: 'Project_1', title: said('Projet') }] }, EVALUATION));
  expect(items.map(({ x }) => x)).toEqual([20, 20, 20]);
  expect(lines.map((line) => /C(\d+) /.exec(line)![1])).toEqual(['20', '78']);
});

test('the drawing has a dot for each, a line for each pair, and nothing beyond its edge', () => {
  const chain = chainOf({ ...NEED, projects: Array.from({ length: 9 }, (_, n) => ({ id: `Project_${n}`, title: said('Projet') })) }, EVALUATION);
  const { items, lines, width, height } = drawingOf(chain);
  expect([items.length, lines.length]).toEqual([chain.length, chain.reduce((sum, { linked }) => sum + linked.length, 0) / 2]);
  expect(items.every(({ x, y }) => x >= 13 && x <= width - 13 && y >= 13 && y <= height - 13)).toBe(true);
  expect(new Set(items.map(({ x, y }) => `${x} ${y}`)).size).toBe(items.length);
});

test('what was answered about a session is a result of it once it is shown, and not before', () => {
  const of = (state: string): string[] => chainOf({ ...session, evaluation: { state }, needs: [{ id: 'Need_1', title: said('Besoin') }] }, EVALUATION).map(({ label, place }) => `${label.text} ${place.name}`);
  expect([of('OPEN'), of('SHOWN')]).toEqual([['Besoin need', 'Session training'], ['Besoin need', 'Session training', 'Évaluation session-evaluation']]);
});

test('how many are left out is counted wherever a list has a page of them; what is whole leaves out nothing', () => {
  expect(leftOut(NEED)).toBe(0);
  const page = (all: number) => ({ totalCount: all, nodes: [session] });
  expect(leftOut({ ...NEED, trainingSessions: page(21), missions: page(1), projects: [{ needs: [{ missions: page(4) }] }] })).toBe(23);
});
