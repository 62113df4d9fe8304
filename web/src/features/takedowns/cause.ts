import { useTranslation } from '../../locales'
import type { Takedown } from '../../api/types'

/** Why a post has to come down: never more of a person than that they are no longer cleared. */
export function useCause() {
  const { t } = useTranslation('takedowns')
  return ({ cause, people }: Takedown) =>
    cause === 'NOT_CLEARED' && people.length === 0
      ? t('causesAlone.NOT_CLEARED')
      : t(`causes.${cause}`, { people: people.join(', ') })
}
