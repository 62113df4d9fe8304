import { InputBase } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'

type Props = Omit<ComponentProps<'textarea'>, 'size'> & { label: string; description?: string; error?: ReactNode }

/** The library's own brings code for growing with its text, which a phone would load for nothing. */
export function TextArea(props: Props) {
  return <InputBase component="textarea" size="md" multiline {...props} />
}
