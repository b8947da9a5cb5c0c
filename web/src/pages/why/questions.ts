import type { GateOutlook } from '$/api/overview'
import type { Violation } from '$/api/plans'

/** What can be asked on this page; each has a word in the address. */
export type Question =
    | { key: string; kind: 'gate'; gate: GateOutlook }
    | { key: string; kind: 'violation'; violation: Violation; dates: 'planned' | 'earliest' }
    | { key: string; kind: 'asked'; what: 'gate' | 'activity'; id: string; by: string }

export function gateQuestions(gates: GateOutlook[]): Question[] {
    return gates.filter((gate) => !gate.passes || (gate.pass !== null && gate.pass < 0.5)).map((gate) => ({ key: `gate:${gate.id}`, kind: 'gate', gate }))
}

export function violationQuestions(violations: Violation[], dates: 'planned' | 'earliest'): Question[] {
    return violations.map((violation) => ({ key: [dates, violation.kind, violation.what, violation.year ?? violation.when].join(':'), kind: 'violation', violation, dates }))
}

export type Group = 'gates' | 'money' | 'people' | 'rules'
export function groupOf(question: Question): Group {
    if (question.kind === 'gate' || question.kind === 'asked') return 'gates'
    if (question.violation.kind === 'ceiling') return 'money'
    return question.violation.kind === 'resource' || question.violation.kind === 'stock' ? 'people' : 'rules'
}

/** The question of the address: chosen in the list, or put by a link from another page; else the first there is. */
export function chosen(questions: Question[], asked: { what: string; gate: string; activity: string; by: string }): Question | null {
    if (asked.activity !== '' || (asked.gate !== '' && asked.by !== '')) {
        const what = asked.activity !== '' ? 'activity' : 'gate'
        return { key: 'asked', kind: 'asked', what, id: asked.activity || asked.gate, by: asked.by }
    }
    const wanted = asked.gate !== '' ? `gate:${asked.gate}` : asked.what
    return questions.find((question) => question.key === wanted) ?? questions[0] ?? null
}
