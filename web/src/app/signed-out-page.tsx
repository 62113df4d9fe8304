import { Button } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from '../locales'
import { signInAddress } from '../api/session'
import { Page } from '../components/page'

export function SignedOutPage() {
  const { t } = useTranslation()
  const { because } = useSearch({ strict: false }) as { because?: string }
  const text = because === 'idle' ? 'idle' : because === 'unsure' ? 'unsure' : 'asked'
  return (
    <Page title={t('signedOut.title')} lead={t(`signedOut.${text}`)}>
      <div>
        <Button component="a" href={signInAddress}>
          {t('signedOut.again')}
        </Button>
      </div>
    </Page>
  )
}
