import type { FamilyAnswer, FamilyLanguage, FamilyPage, FamilyQuestion, FamilyReceipt, GivenAnswer, OwnChild } from '../api/types'
import {
  ChangedError,
  endSession,
  newKey,
  openSession,
  readReceipt,
  readSession,
  requestLink,
  sendAnswers,
  UnusableError,
} from './api'
import { button, h } from './dom'
import { platform, tags, words } from './words'

type Page =
  | { name: 'invite'; key: string }
  | { name: 'sent' }
  | { name: 'enter'; key: string }
  | { name: 'unusable' }
  | { name: 'changed' }
  | { name: 'home' }
  | { name: 'question'; child: number; question: number; only: boolean }
  | { name: 'same'; child: number }
  | { name: 'check' }
  | { name: 'receipt'; receipt: FamilyReceipt }
  | { name: 'left' }

const nameOf = (question: FamilyQuestion) => `${question.purpose}/${question.channel ?? ''}`

/**
 * The pages of a family, one at a time. What was answered lives in memory until it is sent, in one go: a page that is
 * turned, a language that is switched or a network that fails loses none of it.
 */
export function start(root: HTMLElement) {
  let language: FamilyLanguage = navigator.language.startsWith('cy') ? 'CY' : 'EN'
  let page: Page = firstPage()
  let family: FamilyPage | null = null
  let given = new Map<string, Map<string, FamilyAnswer>>()
  let signedName = ''
  let declared = false
  let errors: { field: string; message: string }[] = []
  let before: Page[] = []
  /** One key for one set of answers: sent again after a break, it is stored once. */
  let sendKey = newKey()
  let turn = 0

  function firstPage(): Page {
    const [, kind, key] = /^#([ie])=([\w-]+)$/.exec(location.hash) ?? []
    // A secret does not stay in the address, where the next person at a shared tablet would find it.
    if (kind === 'e') history.replaceState(null, '', location.pathname)
    if (kind && key) return kind === 'i' ? { name: 'invite', key } : { name: 'enter', key }
    return { name: 'home' }
  }

  const w = () => words[language]
  const unsent = () => [...given.values()].some((answers) => answers.size > 0)

  function go(next: Page, keep = true) {
    if (keep) before.push(page)
    page = next
    errors = []
    show()
  }

  /** Back to the page before; the answers stay. */
  function back() {
    page = before.pop() ?? { name: 'home' }
    errors = []
    show()
  }

  function frame(...parts: (Node | string | null | false | undefined)[]) {
    const other: FamilyLanguage = language === 'EN' ? 'CY' : 'EN'
    document.documentElement.lang = tags[language]
    const heading = parts.find((part): part is HTMLElement => part instanceof HTMLElement && part.tagName === 'H1')
    document.title = heading?.textContent ?? w().title
    const main = h('main', {}, ...parts)
    root.replaceChildren(
      h(
        'header',
        {},
        h('span', { class: 'mark' }, family?.setting ?? ''),
        h(
          'button',
          {
            type: 'button',
            class: 'link',
            lang: tags[other],
            click: () => {
              keepTyped()
              language = other
              show()
            },
          },
          w().otherLanguage,
        ),
      ),
      main,
    )
    const focus = root.querySelector<HTMLElement>('[data-focus]') ?? heading
    focus?.setAttribute('tabindex', '-1')
    focus?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }

  /** Shows that something is on its way, then its page; what fails can be tried again as it was. */
  async function busy(sentence: string, work: () => Promise<void>) {
    const mine = ++turn
    const main = root.querySelector('main')
    main?.querySelectorAll('button').forEach((one) => (one.disabled = true))
    main?.append(h('p', { role: 'status', class: 'busy' }, sentence))
    if (!main) frame(h('p', { role: 'status', class: 'busy' }, sentence))
    try {
      await work()
    } catch (error) {
      if (mine !== turn) return
      if (error instanceof UnusableError) go({ name: 'unusable' }, false)
      else if (error instanceof ChangedError) go({ name: 'changed' }, false)
      else failed(sentence, work)
    }
  }

  function failed(sentence: string, work: () => Promise<void>) {
    show()
    const main = root.querySelector('main')
    const notice = h(
      'div',
      { role: 'alert', class: 'failed' },
      h('h2', {}, w().failedTitle),
      h('p', {}, w().failedText),
      button(w().tryAgain, () => {
        notice.remove()
        void busy(sentence, work)
      }),
    )
    main?.prepend(notice)
    notice.querySelector('button')?.focus()
  }

  function keepTyped() {
    const name = root.querySelector<HTMLInputElement>('#name')
    const tick = root.querySelector<HTMLInputElement>('#declared')
    if (name) signedName = name.value
    if (tick) declared = tick.checked
  }

  const childAt = (at: number): OwnChild => family!.children[at]!
  const answersOf = (child: OwnChild) => given.get(child.id) ?? new Map<string, FamilyAnswer>()
  const shortName = (question: FamilyQuestion) =>
    question.channel ? `${w().purposes[question.purpose]}: ${platform(question.channel, w())}` : w().purposes[question.purpose]
  const spelled = (answer: FamilyAnswer | undefined) => (answer === 'YES' ? w().yes : answer === 'NO' ? w().no : w().noAnswer)
  const before_ = (child: OwnChild, question: FamilyQuestion): FamilyAnswer | undefined =>
    child.answers.find((one) => nameOf(one) === nameOf(question))?.answer

  function sentence(question: FamilyQuestion, child: OwnChild) {
    const wording = family!.wording[language]
    return wording.questions[question.purpose]
      .replaceAll('{child}', child.firstName)
      .replaceAll('{channel}', platform(question.channel, w()))
  }

  function answer(at: Extract<Page, { name: 'question' }>, said: FamilyAnswer | null) {
    const child = childAt(at.child)
    const question = family!.questions[at.question]!
    const answers = new Map(answersOf(child))
    if (said) answers.set(nameOf(question), said)
    else answers.delete(nameOf(question))
    // No pictures at all: there is nothing left to ask.
    if (question.purpose === 'TAKING' && said === 'NO') for (const key of answers.keys()) if (key !== nameOf(question)) answers.delete(key)
    given.set(child.id, answers)
    sendKey = newKey()
    if (at.only) return go({ name: 'check' })
    const noPictures = question.purpose === 'TAKING' && said === 'NO'
    if (!noPictures && at.question + 1 < family!.questions.length)
      return go({ ...at, question: at.question + 1 })
    nextChild(at.child + 1)
  }

  function nextChild(at: number) {
    if (at >= family!.children.length) return go({ name: 'check' })
    go(answersOf(childAt(at - 1)).size ? { name: 'same', child: at } : { name: 'question', child: at, question: 0, only: false })
  }

  const lines = (child: OwnChild, answers: Map<string, FamilyAnswer>, change?: (question: number) => void) =>
    h(
      'dl',
      {},
      ...family!.questions.flatMap((question, at) => {
        const said = answers.get(nameOf(question))
        return said || change
          ? [
              h(
                'div',
                {},
                h('dt', {}, shortName(question)),
                h('dd', { class: said ? said.toLowerCase() : 'none' }, spelled(said)),
                change &&
                  h('dd', { class: 'act' }, button(w().change, () => change(at), 'link', w().changeOf(shortName(question), child.firstName))),
              ),
            ]
          : []
      }),
    )

  const moment = (at: string) =>
    new Intl.DateTimeFormat(tags[language], { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' }).format(new Date(at))

  async function enter(key: string) {
    family = await openSession(key)
    before = []
    go({ name: 'home' }, false)
  }

  async function home() {
    family = await readSession()
    go({ name: 'home' }, false)
  }

  function show() {
    const now = page
    switch (now.name) {
      case 'invite':
        return frame(
          h('h1', {}, w().inviteTitle),
          h('p', {}, w().inviteText),
          button(w().inviteButton, () =>
            void busy(w().wait, async () => {
              await requestLink(now.key)
              go({ name: 'sent' }, false)
            }),
          ),
        )
      case 'sent':
        return frame(h('h1', {}, w().sentTitle), h('p', { role: 'status' }, w().sentText))
      case 'enter':
        return frame(
          h('h1', {}, w().enterTitle),
          h('p', {}, w().enterText),
          button(w().enterButton, () => void busy(w().wait, () => enter(now.key))),
        )
      case 'unusable':
        return frame(h('h1', {}, w().unusableTitle), h('p', {}, w().unusableText))
      case 'changed':
        return frame(
          h('h1', {}, w().changedTitle),
          h('p', {}, w().changedText),
          button(w().toPage, () => {
            given = new Map()
            before = []
            void busy(w().wait, home)
          }),
        )
      case 'left':
        return frame(h('h1', {}, w().leftTitle), h('p', {}, w().leftText))
      case 'home':
        return family ? showHome(family) : void busy(w().wait, home)
      case 'question':
        return showQuestion(now)
      case 'same':
        return showSame(now.child)
      case 'check':
        return showCheck()
      case 'receipt':
        return showReceipt(now.receipt)
    }
  }

  function showHome(known: FamilyPage) {
    const wording = known.wording[language]
    frame(
      h('h1', {}, w().hello(known.setting)),
      h('p', { class: 'words' }, wording.introduction),
      button(w().answerAll, () => go({ name: 'question', child: 0, question: 0, only: false })),
      ...known.children.map((child, at) => {
        const answers = new Map(child.answers.map((one) => [nameOf(one), one.answer]))
        return h(
          'section',
          {},
          h('h2', {}, w().childHeading(child.firstName)),
          answers.size
            ? lines(child, answers, (question) => go({ name: 'question', child: at, question, only: true }))
            : h('p', {}, w().nothingYet),
        )
      }),
      known.receipts.length > 0 &&
        h(
          'section',
          {},
          h('h2', {}, w().receipts),
          h(
            'ul',
            {},
            ...known.receipts.map((one) =>
              h(
                'li',
                {},
                button(`${one.reference}, ${moment(one.at)}`, () =>
                  void busy(w().wait, async () => go({ name: 'receipt', receipt: await readReceipt(one.id) })), 'link'),
              ),
            ),
          ),
        ),
      button(
        w().leave,
        () =>
          void busy(w().wait, async () => {
            await endSession()
            family = null
            given = new Map()
            before = []
            go({ name: 'left' }, false)
          }),
        'plain',
      ),
    )
  }

  function showQuestion(at: Extract<Page, { name: 'question' }>) {
    const child = childAt(at.child)
    const question = family!.questions[at.question]!
    const said = answersOf(child).get(nameOf(question)) ?? before_(child, question)
    frame(
      h('p', { class: 'step' }, w().step(at.only ? 1 : at.question + 1, at.only ? 1 : family!.questions.length, child.firstName)),
      h('h1', {}, sentence(question, child)),
      said && h('p', {}, w().you_said(spelled(said))),
      h(
        'div',
        { class: 'pair' },
        button(w().yes, () => answer(at, 'YES')),
        button(w().no, () => answer(at, 'NO')),
      ),
      !at.only && button(w().later, () => answer(at, null), 'link'),
      button(w().back, back, 'plain'),
    )
  }

  function showSame(at: number) {
    const child = childAt(at)
    const first = childAt(at - 1)
    frame(
      h('h1', {}, w().sameTitle(child.firstName)),
      h('p', {}, w().sameText(first.firstName)),
      lines(first, answersOf(first)),
      h(
        'div',
        { class: 'pair long' },
        button(w().same(child.firstName), () => {
          given.set(child.id, new Map(answersOf(first)))
          sendKey = newKey()
          nextChild(at + 1)
        }),
        button(w().separately(child.firstName), () => {
          given.delete(child.id)
          go({ name: 'question', child: at, question: 0, only: false })
        }),
      ),
      button(w().back, back, 'plain'),
    )
  }

  function showCheck() {
    const wording = family!.wording[language]
    const faulty = (field: string) => (errors.some((one) => one.field === field) ? 'true' : undefined)
    frame(
      errors.length > 0 &&
        h(
          'div',
          { class: 'failed', role: 'alert', 'data-focus': true },
          h('h2', {}, w().problem),
          h('ul', {}, ...errors.map((one) => h('li', {}, one.field ? button(one.message, () => root.querySelector<HTMLElement>(`#${one.field}`)?.focus(), 'link') : one.message))),
        ),
      h('h1', {}, w().checkTitle),
      h('p', {}, w().checkText),
      ...family!.children.flatMap((child, at) =>
        answersOf(child).size
          ? [
              h(
                'section',
                {},
                h('h2', {}, w().checkFor(child.firstName)),
                lines(child, answersOf(child), (question) => {
                  keepTyped()
                  go({ name: 'question', child: at, question, only: true })
                }),
              ),
            ]
          : [],
      ),
      h(
        'form',
        {
          novalidate: true,
          submit: (event) => {
            event.preventDefault()
            submit()
          },
        },
        h('label', { for: 'name' }, w().name),
        h('p', { class: 'hint', id: 'name-hint' }, w().nameHint),
        h('input', {
          id: 'name',
          type: 'text',
          autocomplete: 'name',
          maxlength: '200',
          value: signedName,
          'aria-describedby': 'name-hint',
          'aria-invalid': faulty('name'),
        }),
        h(
          'div',
          { class: 'tick' },
          h('input', { id: 'declared', type: 'checkbox', checked: declared, 'aria-invalid': faulty('declared') }),
          h('label', { for: 'declared' }, wording.declaration),
        ),
        h('button', { type: 'submit', class: 'main' }, w().send),
      ),
      button(w().back, () => (keepTyped(), back()), 'plain'),
    )
  }

  function submit() {
    keepTyped()
    errors = [
      ...(unsent() ? [] : [{ field: '', message: w().noneMissing }]),
      ...(signedName.trim() ? [] : [{ field: 'name', message: w().nameMissing }]),
      ...(declared ? [] : [{ field: 'declared', message: w().declareMissing }]),
    ]
    if (errors.length) return show()
    const answers: GivenAnswer[] = family!.children.flatMap((child) =>
      family!.questions.flatMap((question) => {
        const said = answersOf(child).get(nameOf(question))
        return said ? [{ child: child.id, purpose: question.purpose, channel: question.channel, answer: said }] : []
      }),
    )
    const sent = { wordingVersion: family!.wordingVersion, language, signedName: signedName.trim(), declared, answers }
    const key = sendKey
    void busy(w().sending, async () => {
      const receipt = await sendAnswers(sent, key)
      given = new Map()
      declared = false
      family = null
      before = []
      sendKey = newKey()
      go({ name: 'receipt', receipt }, false)
    })
  }

  function showReceipt(receipt: FamilyReceipt) {
    const children = [...new Map(receipt.answers.map((one) => [one.child, one.firstName]))]
    frame(
      h('h1', {}, w().receiptTitle),
      h(
        'dl',
        { class: 'facts' },
        h('div', {}, h('dt', {}, w().receiptReference), h('dd', {}, receipt.reference)),
        h('div', {}, h('dt', {}, w().receiptAt), h('dd', {}, moment(receipt.at))),
        h('div', {}, h('dt', {}, w().receiptBy), h('dd', {}, receipt.signedName)),
      ),
      h('p', {}, w().receiptText),
      ...children.map(([child, firstName]) =>
        h(
          'section',
          {},
          h('h2', {}, w().checkFor(firstName)),
          h(
            'dl',
            {},
            ...receipt.answers
              .filter((one) => one.child === child)
              .map((one) =>
                h('div', {}, h('dt', {}, shortName(one)), h('dd', { class: one.answer.toLowerCase() }, spelled(one.answer))),
              ),
          ),
        ),
      ),
      button(w().toPage, () => {
        before = []
        void busy(w().wait, home)
      }),
    )
  }

  addEventListener('beforeunload', (event) => {
    if (unsent()) event.preventDefault()
  })
  show()
}
