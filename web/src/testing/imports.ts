import { http, HttpResponse } from 'msw'
import type { ColumnMapping, RosterImport } from '../api/types'
import { willow } from './people'

export const column = (index: number, over: Partial<ColumnMapping> = {}): ColumnMapping => ({
  index,
  target: 'IGNORED',
  purpose: null,
  channels: [],
  recordsAnswers: false,
  guardian: 1,
  ...over,
})

/** A file of a nursery, read and ready to be looked at. */
export const rosterImport = (over: Partial<RosterImport> = {}): RosterImport => ({
  id: 'import-1',
  settingId: willow.id,
  fileName: 'willow-autumn.csv',
  state: 'PREVIEWED',
  refusal: null,
  encoding: 'UTF-8',
  encodingCertain: true,
  separator: ',',
  headingRow: 3,
  columns: [
    { index: 0, heading: 'Child', samples: ['Okonjo, Amara', 'Castellan, Bryn', 'Lindqvist, Chiyo'] },
    { index: 1, heading: 'Room', samples: ['Squirrels', 'Hedgehogs'] },
    { index: 2, heading: 'DOB', samples: [] },
    { index: 3, heading: 'Parent1', samples: ['Zoë Okonjo'] },
    { index: 4, heading: 'Parental responsibility', samples: ['Yes'] },
    { index: 5, heading: 'Facebook and Instagram', samples: ['Yes', 'No'] },
    { index: 6, heading: 'Website', samples: ['Yes', 'Y?'] },
    { index: 7, heading: '', samples: [] },
  ],
  mapping: {
    columns: [
      column(0, { target: 'FULL_NAME' }),
      column(1, { target: 'CLASS' }),
      column(3, { target: 'GIVER_NAME' }),
      column(4, { target: 'RESPONSIBILITY' }),
      column(5, { target: 'CONSENT', purpose: 'SOCIAL_MEDIA', channels: ['FACEBOOK', 'INSTAGRAM'] }),
      column(6, { target: 'CONSENT', purpose: 'WEBSITE' }),
    ],
    dateOrder: null,
    school: null,
  },
  remembered: false,
  question: null,
  preview: {
    rows: 60,
    people: 55,
    accepted: 57,
    rejected: 3,
    skipped: 4,
    givers: 81,
    answers: { active: 0, pending: 92, refused: 14, none: 8 },
    findings: [
      { row: 7, severity: 'REJECTED', message: 'Row 7, Website: “Y?” is neither yes nor no.' },
      { row: 12, severity: 'FLAG', message: 'Two children with this name: check before tagging.' },
      { row: 19, severity: 'REJECTED', message: 'Row 19: no surname.' },
      { row: 66, severity: 'SKIPPED', message: 'Row 66 is not about a person.' },
    ],
    findingsTotal: 4,
  },
  progress: { done: 0, total: 0 },
  result: null,
  formVersion: null,
  signedOn: null,
  keptAt: null,
  createdAt: '2026-11-20T10:02:00Z',
  ...over,
})

/** A service that keeps one import and moves it on. */
export function importHandlers(first: RosterImport, running = 1) {
  let one = first
  let asked = 0
  const answer = () => HttpResponse.json(one)
  return [
    http.post('*/api/media/settings/:id/imports', () => HttpResponse.json(one, { status: 201 })),
    http.get('*/api/media/imports/:id', () => {
      if (one.state === 'RUNNING' && asked++ >= running) {
        one = {
          ...one,
          state: 'DONE',
          progress: { done: 57, total: 57 },
          result: { created: 50, changed: 5, unchanged: 2, active: 60, pending: 32, refused: 14, kept: 1, failed: 0 },
        }
      }
      return answer()
    }),
    http.put('*/api/media/imports/:id/mapping', () => {
      one = { ...one, state: 'PREVIEWED', question: null, preview: one.preview ?? rosterImport().preview }
      return answer()
    }),
    http.post('*/api/media/imports/:id/confirmation', () => {
      one = { ...one, state: 'RUNNING', progress: { done: 12, total: 57 } }
      return HttpResponse.json(one, { status: 202 })
    }),
    http.post('*/api/media/imports/:id/discard', () => {
      one = { ...one, state: 'DISCARDED' }
      return answer()
    }),
  ]
}
