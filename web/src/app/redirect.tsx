import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Loading } from '../components/states'

/** Goes elsewhere once. The router's own component goes again with every render, for ever if a page loads slowly. */
export function Redirect({ to }: { to: string }) {
  const navigate = useNavigate()
  useEffect(() => void navigate({ to, replace: true }), [navigate, to])
  return <Loading />
}
