SELECT code, change, findings FROM rule_effects
WHERE code IN (
    SELECT code FROM rule_effects GROUP BY code ORDER BY sum(findings) DESC, code LIMIT 20
)
ORDER BY sum(findings) OVER (PARTITION BY code) DESC, code, change
