import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { addWords, useTranslation } from '../../locales'
import { newKey } from '../../api/client'
import { pictureAddress, pictureQuery, removePicture, sendPicture } from '../../api/pictures'
import type { Picture } from '../../api/types'
import { Actions } from '../../components/actions'
import { Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Failed, Loading } from '../../components/states'
import { when } from '../../components/time'
import en from '../../locales/en/picture.json'
import styles from './picture.module.css'
import { takeSharedPicture } from './shared-picture'

addWords('picture', { en })

export interface PictureChoiceProps {
  setting: string
  /** The cleaned copy the question is about. */
  picture: string | null
  onChange: (picture: string | null) => void
}

/** Sends a picture to be cleaned, and shows what became of it. */
export function PictureChoice({ setting, picture, onChange }: PictureChoiceProps) {
  const { t } = useTranslation('picture')
  const queries = useQueryClient()
  const words = useProblemWords()
  const [said, setSaid] = useState('')
  const leaving = useRef<AbortController | null>(null)

  const send = useMutation({
    mutationFn: (file: Blob) => {
      leaving.current = new AbortController()
      return sendPicture(setting, file, newKey(), leaving.current.signal)
    },
    onMutate: () => setSaid(''),
    onSuccess: (sent) => {
      queries.setQueryData(pictureQuery(sent.id).queryKey, sent)
      setSaid(t('ready'))
      onChange(sent.id)
    },
  })
  const { mutate, reset } = send

  // Leaving the page ends the cleaning: nobody would see its copy.
  useEffect(() => () => leaving.current?.abort(), [])

  // Taken off the shelf by whoever opens the page next, and shown only to whom it was shared for.
  const [offered, setOffered] = useState<Blob | null>(null)
  const { shared } = useSearch({ strict: false }) as { shared?: true }
  const navigate = useNavigate()
  const looked = useRef(false)
  useEffect(() => {
    if (looked.current) return
    looked.current = true
    void takeSharedPicture()
      .catch(() => null)
      .then((file) => {
        if (!shared) return
        setOffered(file)
        if (!file) setSaid(t('sharedNone'))
        void navigate({ to: '.', search: (before) => ({ ...before, shared: undefined }), replace: true })
      })
  }, [shared, navigate, t])

  const stop = () => {
    leaving.current?.abort()
    reset()
    setSaid(t('stopped'))
  }

  const gone = (sentence: string) => {
    setSaid(sentence)
    onChange(null)
  }

  return (
    <Section title={t('title')}>
      {send.isPending ? (
        <>
          <p>{t('sending')}</p>
          <progress className={styles.progress} aria-label={t('sending')} />
          <Actions>
            <Button variant="outline" onClick={stop}>
              {t('stop')}
            </Button>
          </Actions>
        </>
      ) : offered ? (
        <Offered
          file={offered}
          onUse={() => {
            setOffered(null)
            mutate(offered)
          }}
          onLeave={() => {
            setOffered(null)
            setSaid(t('left'))
          }}
        />
      ) : picture ? (
        <Chosen id={picture} onGone={gone} />
      ) : (
        <>
          <p className={styles.help}>{t('help')}</p>
          <Actions>
            <FileButton words={t('choose')} onFile={mutate} />
            <span className={styles.camera}>
              <FileButton words={t('photograph')} onFile={mutate} camera />
            </span>
          </Actions>
        </>
      )}
      {send.isError && (
        <div role="alert" className={styles.fault}>
          {words(send.error).map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
      <p role="status" className={styles.said}>
        {said}
      </p>
    </Section>
  )
}

/** A page of another site could have sent it here too, so nothing is sent on before somebody has looked at it. */
function Offered({ file, onUse, onLeave }: { file: Blob; onUse: () => void; onLeave: () => void }) {
  const { t } = useTranslation('picture')
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <>
      <p role="status">{t('shared')}</p>
      {address && <img src={address} alt={t('sharedPicture')} className={styles.preview} />}
      <Actions>
        <Button onClick={onUse}>{t('use')}</Button>
        <Button variant="outline" onClick={onLeave}>
          {t('leave')}
        </Button>
      </Actions>
    </>
  )
}

function FileButton({ words, onFile, camera }: { words: string; onFile: (file: File) => void; camera?: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      {/* Naming no HEIC makes an iPhone hand over a JPEG. */}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words}
        accept="image/jpeg,image/png,image/webp"
        capture={camera ? 'environment' : undefined}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) onFile(file)
          // The same file can be chosen again after it has been put right.
          event.currentTarget.value = ''
        }}
      />
      <Button variant="outline" onClick={() => input.current?.click()}>
        {words}
      </Button>
    </>
  )
}

function Chosen({ id, onGone }: { id: string; onGone: (sentence: string) => void }) {
  const { t } = useTranslation('picture')
  const found = useQuery(pictureQuery(id))
  if (found.data === undefined) {
    return found.error ? <Failed error={found.error} retry={() => void found.refetch()} /> : <Loading />
  }
  return found.data.state === 'READY' ? (
    <Ready picture={found.data} onGone={onGone} />
  ) : (
    <>
      <p>{t('expired')}</p>
      <Actions>
        <Button variant="outline" onClick={() => onGone('')}>
          {t('another')}
        </Button>
      </Actions>
    </>
  )
}

function Ready({ picture, onGone }: { picture: Picture; onGone: (sentence: string) => void }) {
  const { t } = useTranslation('picture')
  const words = useProblemWords()
  const queries = useQueryClient()
  const heading = useId()
  const remove = useMutation({
    mutationFn: () => removePicture(picture.id),
    onSuccess: () => {
      queries.removeQueries({ queryKey: pictureQuery(picture.id).queryKey })
      onGone(t('removed'))
    },
  })
  const address = pictureAddress(picture.id)
  return (
    <div className={styles.chosen}>
      <figure className={styles.figure}>
        <img src={address} alt={t('copy')} className={styles.preview} />
        <figcaption className={styles.help}>
          {t('size', { width: picture.width, height: picture.height, size: inWords(picture.bytes ?? 0) })}
          <br />
          {t('until', { time: when(picture.expiresAt) })}
        </figcaption>
      </figure>
      <div>
        <h3 id={heading} className={styles.findings}>
          {t('findingsTitle')}
        </h3>
        {picture.findings.length === 0 ? (
          <p>{t('nothing')}</p>
        ) : (
          <ul aria-labelledby={heading} className={styles.list}>
            {picture.findings.map((finding) => (
              <li key={finding}>{t(`findings.${finding}`)}</li>
            ))}
          </ul>
        )}
        <Actions>
          <Button component="a" href={address} download>
            {t('download')}
          </Button>
          <Button variant="outline" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('remove')}
          </Button>
        </Actions>
        {remove.isError && (
          <p role="alert" className={styles.fault}>
            {words(remove.error)
              .map(({ message }) => message)
              .join(' ')}
          </p>
        )}
      </div>
    </div>
  )
}

const inWords = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
