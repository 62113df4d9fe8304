import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { newKey } from '../../api/client'
import { addPerson } from '../../api/directory'
import { type Person, type PersonDetails, type PersonType, personTypes } from '../../api/types'
import { Actions } from '../../components/actions'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { useProblemWords } from '../../components/problem-words'
import styles from './directory.module.css'
import { DirectoryPage } from './frame'

export function NewPersonPage() {
  const { t } = useTranslation('directory')
  const navigate = useNavigate()
  const [key] = useState(newKey)
  return (
    <DirectoryPage title={t('person.new')} wide={false}>
      <PersonForm
        button={t('person.add')}
        save={(details) => addPerson(details, key)}
        onSaved={(person) => void navigate({ to: '/directory/people/$id', params: { id: person.id } })}
      />
    </DirectoryPage>
  )
}

interface Props {
  person?: Person
  button: string
  save: (details: PersonDetails) => Promise<Person>
  onSaved: (person: Person) => void
}

export function PersonForm({ person, button, save, onSaved }: Props) {
  const { t } = useTranslation(['directory', 'common'])
  const [name, setName] = useState(person?.name ?? '')
  const [email, setEmail] = useState(person?.email ?? '')
  const [personType, setType] = useState<string>(person?.personType ?? '')
  const [errors, setErrors] = useState<SummaryError[]>([])
  const words = useProblemWords((pointer) => `person-${pointer.slice(1)}`)
  const send = useMutation({
    mutationFn: () => save({ name: name.trim(), email: email.trim(), personType: personType as PersonType }),
    onMutate: () => setErrors([]),
    onError: (error) => setErrors(words(error)),
    onSuccess: onSaved,
  })
  const errorOf = (field: string) => errors.find((error) => error.field === `person-${field}`)?.message
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        const missing = [
          !name.trim() && { field: 'person-name', message: t('common:errors.required') },
          !personType && { field: 'person-personType', message: t('person.choose') },
        ].filter((one) => one !== false)
        if (missing.length > 0) return setErrors(missing)
        send.mutate()
      }}
    >
      <ErrorSummary errors={errors} />
      <TextInput
        id="person-name"
        label={t('person.name')}
        value={name}
        error={errorOf('name')}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        id="person-email"
        type="email"
        label={t('person.email')}
        value={email}
        error={errorOf('email')}
        autoComplete="off"
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <NativeSelect
        id="person-personType"
        label={t('person.type')}
        value={personType}
        error={errorOf('personType')}
        onChange={(event) => setType(event.currentTarget.value)}
      >
        <option value="">{t('person.choose')}</option>
        {personTypes.map((one) => (
          <option key={one} value={one}>
            {t(`types.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <Actions>
        <Button type="submit" loading={send.isPending}>
          {button}
        </Button>
      </Actions>
    </form>
  )
}
