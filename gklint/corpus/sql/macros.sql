-- What the views, and questions too, can say in a word.

-- The name of the province that a division lies in.
CREATE MACRO province(division) AS
    (SELECT name FROM divisions WHERE code = left(division, 2) || '0000');

-- The division that one lies in: a county's is its city, or its province where that has no city.
CREATE MACRO above(division) AS
    CASE
        WHEN division LIKE '%0000' THEN NULL
        WHEN division NOT LIKE '%00'
            AND EXISTS (FROM divisions WHERE code = left(division, 4) || '00')
            THEN left(division, 4) || '00'
        ELSE left(division, 2) || '0000'
    END;

-- Whether a name is that of the government of a division, and not of a town; and of its office.
CREATE MACRO is_government(body) AS regexp_matches(body, '[省市县区旗州盟]人民政府$');
CREATE MACRO is_office(body) AS regexp_matches(body, '[省市县区旗州盟](?:人民)?政府办公[室厅]$');
