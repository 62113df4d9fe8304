import { lazy, Suspense } from 'react'
import type { PictureChoiceProps } from './picture-choice'

const PictureChoice = lazy(() => import('./picture-choice').then((part) => ({ default: part.PictureChoice })))

/** The picture, loaded after the rest of the form: most of it is needed once somebody has chosen one. */
export const PictureStep = (props: PictureChoiceProps) => (
  <Suspense fallback={null}>
    <PictureChoice {...props} />
  </Suspense>
)
