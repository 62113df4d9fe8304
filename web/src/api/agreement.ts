/**
 * Holds the types written by hand, which know what is never absent, against those generated from docs/api, which know
 * every name: a field or a value that a service renames stops the build here.
 */
import type * as consent from './consent'
import type { components as identity } from './generated/identity'
import type { components as incident } from './generated/incident-service'
import type { components as media } from './generated/media-consent-service'
import type { components as policy } from './generated/policy-service'
import type * as ours from './types'

/** Roles are text to these pages, which show whatever word there is for one. */
type Directory = identity['schemas']
type AnyRole<T> = T extends readonly (infer U)[]
  ? AnyRole<U>[]
  : T extends object
    ? { [K in keyof T]: K extends 'role' ? string : K extends 'unfilledPosts' ? string[] : AnyRole<T[K]> }
    : T

/** A type as a reader may meet it: anything may be missing or null. */
type Loose<T> = T extends readonly (infer U)[]
  ? Loose<U>[]
  : T extends object
    ? { [K in keyof T]?: Loose<T[K]> | null }
    : T

type Agrees<Ours extends Loose<Theirs>, Theirs> = Exclude<keyof Ours, keyof Theirs> extends never
  ? true
  : { notKnownToTheService: Exclude<keyof Ours, keyof Theirs> }

type Policy = policy['schemas']
type Incident = incident['schemas']
type Media = media['schemas']

export const agreed: {
  definition: Agrees<ours.OptionDefinition, Policy['DefinitionView']>
  field: Agrees<Omit<ours.OptionField, 'fields'>, Policy['Field']>
  starterSet: Agrees<ours.StarterSet, Policy['StarterSetView']>
  option: Agrees<ours.SettingOption, Policy['Option']>
  options: Agrees<ours.SettingOptions, Policy['OptionsView']>
  help: Agrees<ours.Help, Incident['HelpView']>
  contact: Agrees<ours.HelpContact, Incident['HelpContact']>
  account: Agrees<ours.Account, Media['AccountView']>
  classes: Agrees<ours.ClassCount, Media['ClassSize']>
  subject: Agrees<ours.Subject, Media['RosterView']>
  pictured: Agrees<consent.SubjectDetail, Media['SubjectView']>
  consent: Agrees<consent.Consent, Media['ConsentView']>
  consentForm: Agrees<consent.ConsentForm, Media['ConsentRequest']>
  foundConsent: Agrees<consent.FoundConsent, Media['FoundConsent']>
  lapsingConsent: Agrees<consent.LapsingConsent, Media['LapsingConsent']>
  givers: Agrees<consent.Givers, Media['GiversView']>
  restrictions: Agrees<consent.Restrictions, Media['RestrictionView']>
  hold: Agrees<consent.Hold, Media['HoldView']>
  asOf: Agrees<consent.AsOf, Media['HistoryView']>
  coverage: Agrees<ours.Coverage, Media['CoverageView']>
  question: Agrees<ours.Question, Media['DecisionRequest']>
  decision: Agrees<ours.Decision, Media['DecisionView']>
  person: Agrees<ours.DecisionPerson, Media['PersonView']>
  rule: Agrees<ours.DecisionRule, Media['RuleView']>
  remedy: Agrees<ours.Remedy, Media['RemedyView']>
  replay: Agrees<ours.Replay, Media['ReplayView']>
  picture: Agrees<ours.Picture, Media['PictureView']>
  setting: Agrees<ours.Setting, AnyRole<Directory['SettingView']>>
  colleague: Agrees<ours.Person, AnyRole<Directory['PersonView']>>
  client: Agrees<ours.ApiClient, Directory['ClientView']>
  staff: Agrees<Omit<ours.StaffImport, 'preview'>, Omit<AnyRole<Directory['StaffImportView']>, 'preview'>>
  newSetting: Agrees<ours.SettingDetails, Directory['SettingBody']>
  newPerson: Agrees<ours.PersonDetails, Directory['PersonBody']>
  newPost: Agrees<ours.NewPost, AnyRole<Directory['PostBody']>>
  groupOptions: Agrees<ours.GroupOptions, Policy['GroupOptionsView']>
  change: Agrees<ours.OptionChange, Policy['OptionChangeView']>
  summary: Agrees<ours.DecisionSummary, Media['DecisionSummary']>
  wordings: Agrees<ours.FamilyWordings, Media['FamilyWordingView']>
  words: Agrees<Pick<ours.FamilyWordings, 'wording'>, Media['FamilyWordingRequest']>
  families: Agrees<ours.FamilyList, Media['FamiliesView']>
  round: Agrees<ours.FamilyRound, Media['RoundView']>
  renewal: Agrees<ours.Renewal, Media['RenewalView']>
  outbox: Agrees<ours.Outbox, Media['OutboxView']>
  mail: Agrees<ours.OpenedMail, Media['OpenedMail']>
  entry: Agrees<ours.FamilyEntry, Media['EntryView']>
  entryCheck: Agrees<{ confirmed: ours.IdentityCheck }, Media['EntryRequest']>
  family: Agrees<ours.FamilyPage, Media['FamilyView']>
  familyQuestion: Agrees<ours.FamilyQuestion, Media['FamilyQuestion']>
  ownChild: Agrees<ours.OwnChild, Media['OwnChild']>
  standing: Agrees<ours.StandingAnswer, Media['StandingAnswer']>
  listedFamily: Agrees<ours.ListedFamily, Media['Family']>
  waitingMail: Agrees<ours.WaitingMail, Media['Mail']>
  familyWording: Agrees<ours.FamilyWording, Media['Wording']>
  familyAnswers: Agrees<ours.FamilyAnswers, Media['AnswersRequest']>
  familyAnswer: Agrees<ours.GivenAnswer, Media['FamilyAnswerRequest']>
  receipt: Agrees<ours.FamilyReceipt, Media['ReceiptView']>
} = {
  definition: true,
  field: true,
  starterSet: true,
  option: true,
  options: true,
  help: true,
  contact: true,
  account: true,
  classes: true,
  subject: true,
  pictured: true,
  consent: true,
  consentForm: true,
  foundConsent: true,
  lapsingConsent: true,
  givers: true,
  restrictions: true,
  hold: true,
  asOf: true,
  coverage: true,
  question: true,
  decision: true,
  person: true,
  rule: true,
  remedy: true,
  replay: true,
  picture: true,
  setting: true,
  colleague: true,
  client: true,
  staff: true,
  newSetting: true,
  newPerson: true,
  newPost: true,
  groupOptions: true,
  change: true,
  summary: true,
  wordings: true,
  words: true,
  families: true,
  round: true,
  renewal: true,
  outbox: true,
  mail: true,
  entry: true,
  entryCheck: true,
  family: true,
  familyQuestion: true,
  ownChild: true,
  standing: true,
  listedFamily: true,
  waitingMail: true,
  familyWording: true,
  familyAnswers: true,
  familyAnswer: true,
  receipt: true,
}
