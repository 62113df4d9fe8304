import './words'
import { zodResolver } from '@hookform/resolvers/zod'
import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from '../../locales'
import * as z from 'zod/mini'
import { api } from '../../api/client'
import { rememberWhere, setUpNeededQuery, signInAddress } from '../../api/session'
import { nations, settingTypes, type SetUp } from '../../api/types'
import { ErrorSummary } from '../../components/error-summary'
import { fieldId, useFormErrors } from '../../components/form-errors'
import { Page, Section } from '../../components/page'
import { Loaded } from '../../components/states'

const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i

export const domainsOf = (text: string) =>
  text
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^@/, '').toLowerCase())
    .filter(Boolean)

function useSchema() {
  const { t } = useTranslation('setup')
  return useMemo(() => {
    const filled = (message: string) => z.string().check(z.trim(), z.minLength(1, message))
    return z.object({
      code: filled(t('errors.code')),
      group: z.object({ name: filled(t('errors.groupName')) }),
      setting: z.object({
        officialName: filled(t('errors.officialName')),
        type: z.enum(settingTypes, t('errors.type')),
        nation: z.enum(nations, t('errors.nation')),
        emailDomains: z
          .string()
          .check(
            z.refine(
              (text) => domainsOf(text).length > 0 && domainsOf(text).every((part) => domain.test(part)),
              t('errors.emailDomains'),
            ),
          ),
      }),
      admin: z.object({
        name: filled(t('errors.adminName')),
        email: z.string().check(z.trim(), z.regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, t('errors.adminEmail'))),
        password: z.string().check(z.minLength(12, t('errors.password'))),
      }),
    })
  }, [t])
}

type Schema = ReturnType<typeof useSchema>
type Typed = z.input<Schema>
type Checked = z.output<Schema>

const fields = [
  'code',
  'group.name',
  'setting.officialName',
  'setting.type',
  'setting.nation',
  'setting.emailDomains',
  'admin.name',
  'admin.email',
  'admin.password',
] as const

export function SetupPage() {
  const { t } = useTranslation('setup')
  const needed = useQuery(setUpNeededQuery)
  return (
    <Loaded query={needed}>
      {(answer) =>
        answer.needed ? (
          <SetupForm />
        ) : (
          <Page title={t('notNeededTitle')} lead={t('notNeededText')}>
            <SignInLink />
          </Page>
        )
      }
    </Loaded>
  )
}

function SignInLink() {
  const { t } = useTranslation()
  return (
    <div>
      <Button component="a" href={signInAddress} onClick={() => rememberWhere('/setup/options')}>
        {t('actions.signIn')}
      </Button>
    </div>
  )
}

function SetupForm() {
  const { t } = useTranslation(['setup', 'common'])
  const { register, handleSubmit, setError, formState } = useForm<Typed, unknown, Checked>({
    resolver: zodResolver(useSchema()),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  })
  const errors = useFormErrors(setError, fields)
  const send = useMutation({
    mutationFn: (setUp: SetUp) => api.post('/api/directory/setup', setUp),
    onError: errors.showProblem,
  })

  if (send.isSuccess) {
    return (
      <Page title={t('doneTitle')} lead={t('doneText')}>
        <SignInLink />
      </Page>
    )
  }

  const invalid = formState.errors
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ErrorSummary errors={errors.summary} />
      <form
        noValidate
        onSubmit={handleSubmit((checked) => {
          errors.clear()
          send.mutate({
            ...checked,
            setting: { ...checked.setting, emailDomains: domainsOf(checked.setting.emailDomains) },
          })
        }, errors.showInvalid)}
      >
        <TextInput
          {...register('code')}
          id={fieldId('code')}
          label={t('code')}
          description={t('codeHelp')}
          error={invalid.code?.message}
          autoComplete="off"
          spellCheck={false}
        />
        <Section title={t('groupTitle')}>
          <TextInput
            {...register('group.name')}
            id={fieldId('group.name')}
            label={t('groupName')}
            error={invalid.group?.name?.message}
            autoComplete="organization"
          />
        </Section>
        <Section title={t('settingTitle')}>
          <p>{t('settingHelp')}</p>
          <TextInput
            {...register('setting.officialName')}
            id={fieldId('setting.officialName')}
            label={t('officialName')}
            error={invalid.setting?.officialName?.message}
          />
          <NativeSelect
            {...register('setting.type')}
            id={fieldId('setting.type')}
            label={t('type')}
            error={invalid.setting?.type?.message}
          >
            <option value="">{t('choose')}</option>
            {settingTypes.map((type) => (
              <option key={type} value={type}>
                {t(`common:settingTypes.${type}`)}
              </option>
            ))}
          </NativeSelect>
          <NativeSelect
            {...register('setting.nation')}
            id={fieldId('setting.nation')}
            label={t('nation')}
            error={invalid.setting?.nation?.message}
          >
            <option value="">{t('choose')}</option>
            {nations.map((nation) => (
              <option key={nation} value={nation}>
                {t(`common:nations.${nation}`)}
              </option>
            ))}
          </NativeSelect>
          <TextInput
            {...register('setting.emailDomains')}
            id={fieldId('setting.emailDomains')}
            label={t('emailDomains')}
            description={t('emailDomainsHelp')}
            error={invalid.setting?.emailDomains?.message}
            autoCapitalize="none"
            spellCheck={false}
          />
        </Section>
        <Section title={t('adminTitle')}>
          <p>{t('adminHelp')}</p>
          <TextInput
            {...register('admin.name')}
            id={fieldId('admin.name')}
            label={t('adminName')}
            error={invalid.admin?.name?.message}
            autoComplete="name"
          />
          <TextInput
            {...register('admin.email')}
            id={fieldId('admin.email')}
            label={t('adminEmail')}
            error={invalid.admin?.email?.message}
            type="email"
            autoComplete="username"
          />
          <PasswordInput
            {...register('admin.password')}
            id={fieldId('admin.password')}
            label={t('password')}
            description={t('passwordHelp')}
            error={invalid.admin?.password?.message}
            autoComplete="new-password"
          />
        </Section>
        <Button type="submit" loading={send.isPending}>
          {t('send')}
        </Button>
      </form>
    </Page>
  )
}

