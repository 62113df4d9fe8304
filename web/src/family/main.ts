import './family.css'
import { start } from './pages'

start(document.getElementById('root') ?? document.body)
