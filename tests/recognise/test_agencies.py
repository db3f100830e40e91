"""Agencies: each row is (sentence, the mentions in order), with the reason for the row."""

# ruff: noqa: E501 - a row of a table stands on one line

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from covidorders.recognise.agencies import find_agencies

Row = tuple[str, list[str]]


def agencies(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_agencies(text) if found.label == "AGENCY"]


NAMES: list[Row] = [
    # the name, without the verb
    ("giao Sở Y tế chủ trì tổng hợp", ["Sở Y tế"]),
    # `và` inside a field, with dash, comma, or neither
    ("Sở Lao động - Thương binh và Xã hội tham mưu", ["Sở Lao động - Thương binh và Xã hội"]),
    ("Sở Lao động, Thương binh và Xã hội tham mưu", ["Sở Lao động, Thương binh và Xã hội"]),
    ("Sở Lao động Thương binh & Xã hội tham mưu", ["Sở Lao động Thương binh & Xã hội"]),
    # `và` between two names
    ("Sở Y tế và Sở Tài chính thống nhất", ["Sở Y tế", "Sở Tài chính"]),
    (
        "Sở Nội vụ phối hợp với Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh",
        ["Sở Nội vụ", "Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh"],
    ),
    # abbreviated fields and heads
    ("gửi Sở TN&MT, Sở GD&ĐT, Bộ GTVT", ["Sở TN&MT", "Sở GD&ĐT", "Bộ GTVT"]),
    ("phòng KT&ĐBCL lập danh sách", ["phòng KT&ĐBCL"]),
    ("- BGĐ SYT;", ["BGĐ SYT"]),
    # an open name goes on in small letters up to a verb
    ("Trung tâm Kiểm soát bệnh tật tỉnh tổ chức tập huấn", ["Trung tâm Kiểm soát bệnh tật tỉnh"]),
    ("Phòng Khảo thí và Đảm bảo chất lượng giáo dục thông báo", ["Phòng Khảo thí và Đảm bảo chất lượng giáo dục"]),
    ("Ban quản lý Khu công nghiệp tỉnh chủ trì", ["Ban quản lý Khu công nghiệp tỉnh"]),
    (
        "Trường Đại học Công nghệ Thông tin và Truyền thông Việt - Hàn thông báo",
        ["Trường Đại học Công nghệ Thông tin và Truyền thông Việt - Hàn"],
    ),
    # committees hold the matter they deal with
    (
        "Ban Chỉ đạo phòng, chống dịch bệnh Covid-19 các huyện/thành phố phân công",
        ["Ban Chỉ đạo phòng, chống dịch bệnh Covid-19 các huyện/thành phố"],
    ),
    ("Ban Chỉ đạo quốc gia về dữ liệu họp", ["Ban Chỉ đạo quốc gia về dữ liệu"]),
    (
        "thành lập Ban Chỉ đạo của Chính phủ về khoa học, công nghệ và chuyển đổi số.",
        ["Ban Chỉ đạo của Chính phủ về khoa học, công nghệ và chuyển đổi số"],
    ),
    # the superior body binds
    ("Tổ công tác của Bộ Y tế báo cáo", ["Tổ công tác của Bộ Y tế"]),
    ("Phòng Nghiệp vụ Y Sở Y tế tiếp nhận", ["Phòng Nghiệp vụ Y Sở Y tế"]),
    ("Cục Quản lý Dược - Bộ Y tế hướng dẫn", ["Cục Quản lý Dược", "Bộ Y tế"]),
    ("Kính gửi: Đơn vị thuộc, trực thuộc Sở Y tế.", ["Đơn vị thuộc, trực thuộc Sở Y tế"]),
    ("Thường trực HĐND, UBND huyện", ["Thường trực HĐND", "UBND huyện"]),
    # no body: law, kind of place, verb, syllables of other words
    ("Bộ tiêu chí đánh giá gồm ba phần", []),
    ("các trường hợp mắc mới", []),
    ("ban hành chính sách hỗ trợ", []),
    ("quần đảo Trường Sa, thành phố Hội An", []),
    ("tiêm vắc-xin phòng Covid-19", []),
    ("cán bộ y tế phục vụ Nhân dân", []),
    ("V/v rà soát, số: 12/UBND-KGVX", []),
    # old tone marks, capitals, no marks at all
    ("Uỷ ban nhân dân tỉnh yêu cầu", ["Uỷ ban nhân dân tỉnh"]),
    ("BO NGOAI GIAO", ["BO NGOAI GIAO"]),
]

TERRITORIES: list[Row] = [
    ("phối hợp UBND các huyện, thành phố rà soát", ["UBND các huyện, thành phố"]),
    ("UBND các huyện Cư Jút, thị xã Gia Nghĩa báo cáo", ["UBND các huyện Cư Jút, thị xã Gia Nghĩa"]),
    ("Ủy ban nhân dân thành phố Hồ Chí Minh hỗ trợ", ["Ủy ban nhân dân thành phố Hồ Chí Minh"]),
    (
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương;",
        ["Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"],
    ),
    ("Trung tâm Y tế huyện Krông Nô và Công an xã", ["Trung tâm Y tế huyện Krông Nô", "Công an xã"]),
    ("Trạm Y tế các xã, phường, thị trấn trực 24/24", ["Trạm Y tế các xã, phường, thị trấn"]),
    ("UBND cấp xã tự quyết định", ["UBND cấp xã"]),
    ("UBND TP. Đà Nẵng chỉ đạo", ["UBND TP. Đà Nẵng"]),
    # a person's name behind the territory stays outside
    ("lãnh đạo UBND tỉnh Mai Văn Hoàng dự", ["UBND tỉnh"]),
    # units of territory that act
    ("Các huyện, thành phố tiếp tục rà soát", ["Các huyện, thành phố"]),
    ("trên địa bàn các huyện, thành phố có dịch", []),
]

MORE_NAMES: list[Row] = [
    # fields joined otherwise than in the gazetteer
    ("Sở Kế hoạch đầu tư tỉnh báo cáo", ["Sở Kế hoạch đầu tư tỉnh"]),
    (
        "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp tỉnh",
        ["Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp tỉnh"],
    ),
    # a verb in small letters is no field, a course of study no sector
    ("gửi Văn phòng Sở tổng hợp", ["Văn phòng Sở"]),
    ("sinh viên chuyên ngành Quản trị kinh doanh", []),
    ("ngành Y tế của tỉnh chuẩn bị nhân lực", ["ngành Y tế của tỉnh"]),
    # trade unions, party committees of blocks, high courts, regions
    ("Đoàn Chủ tịch Tổng Liên đoàn yêu cầu", ["Đoàn Chủ tịch Tổng Liên đoàn"]),
    ("Đảng ủy Khối các cơ quan tỉnh;", ["Đảng ủy Khối các cơ quan tỉnh"]),
    ("Tòa án nhân dân cấp cao tại Đà Nẵng xét xử", ["Tòa án nhân dân cấp cao tại Đà Nẵng"]),
    ("Bộ Tư lệnh Quân khu 9 chỉ đạo", ["Bộ Tư lệnh Quân khu 9"]),
    ("Văn phòng HĐND và UBND huyện thông báo", ["Văn phòng HĐND và UBND huyện"]),
    # the term of a body is outside
    ("HĐND huyện Khóa VII họp", ["HĐND huyện"]),
    # a company named by a field in small letters and a place
    ("làm việc với công ty thủy điện Buôn Tua Srah", ["công ty thủy điện Buôn Tua Srah"]),
    # councils are named by what they judge
    ("thành lập Hội đồng xét tuyển viên chức", ["Hội đồng xét tuyển viên chức"]),
    # letters of a link
    ("tại https://sotaichinh.example.vn/ubnd-tinh/", []),
]

GROUPS: list[Row] = [
    # a short form that the notice defines is a mention wherever it stands
    (
        "các Sở Y tế và Bệnh viện tỉnh (sau đây gọi chung là đơn vị)\nhọp tại đơn vị",
        ["các Sở Y tế", "Bệnh viện tỉnh", "đơn vị", "đơn vị"],
    ),
    # what follows and belongs to a general word
    ("từng khoa của bệnh viện/trung tâm y tế báo cáo", ["từng khoa của bệnh viện/trung tâm y tế"]),
    ("các huyện còn lại chọn một xã", ["các huyện còn lại"]),
    ("phát huy vai trò của hệ thống chính trị ở xã, phường", ["hệ thống chính trị ở xã, phường"]),
    # `tổ chức` is a noun behind nouns of its kind, else the verb
    ("người dân, tổ chức đối với kết quả", ["tổ chức"]),
    ("Hội đồng và tổ chức xét duyệt", ["Hội đồng"]),
    ("các đơn vị Trung tâm Y tế dự phòng trực cấp cứu", ["Trung tâm Y tế dự phòng"]),
    ("chủ trương lớn của tỉnh: Tỉnh đã ban hành", ["Tỉnh"]),
    ("Thủ trưởng các sở, ban, ngành, địa phương", ["các sở, ban, ngành, địa phương"]),
    ("- Các sở, ban, ngành;", ["Các sở, ban, ngành"]),
    ("của các bộ, cơ quan ngang bộ", ["các bộ, cơ quan ngang bộ"]),
    # two general words under one `các` are one mention, three are three
    ("các cơ quan, đơn vị thực hiện", ["các cơ quan, đơn vị"]),
    ("phối hợp các địa phương, cơ quan, đơn vị liên quan", ["các địa phương", "cơ quan", "đơn vị liên quan"]),
    ("các cấp, các ngành vào cuộc", ["các cấp", "các ngành"]),
    ("chỉ đạo các sở, ban, ngành, địa phương thực hiện", ["các sở, ban, ngành, địa phương"]),
    # a list with a shared head: the head alone is no mention
    ("Các Sở: Y tế, Công Thương và Tài chính;", ["Y tế", "Công Thương", "Tài chính"]),
    ("- Các phòng: ĐT, KT&ĐBCL, CTSV;", ["ĐT", "KT&ĐBCL", "CTSV"]),
    # general words where they act, and where they only name a place or a kind
    ("các cơ quan chức năng xử lý", ["các cơ quan chức năng"]),
    ("đơn vị chịu trách nhiệm báo cáo", ["đơn vị"]),
    ("tình hình dịch tại địa phương", []),
    ("đánh giá chất lượng bệnh viện của Sở Y tế năm nay", ["Sở Y tế"]),
    # `liên quan đến` is a verb
    ("các đơn vị liên quan đến dự án", ["các đơn vị"]),
    ("các doanh nghiệp, hộ gia đình và người dân", ["các doanh nghiệp"]),
    ("cần sự phối hợp của Sở/Trung tâm Chỉ huy tỉnh", ["Sở/Trung tâm Chỉ huy tỉnh"]),
]

CENTRAL: list[Row] = [
    ("theo chỉ đạo của Chính phủ, Thủ tướng Chính phủ", ["Chính phủ", "Chính phủ"]),
    ("chủ trương của Đảng, pháp luật của Nhà nước", ["Đảng", "Nhà nước"]),
    ("tăng cường quản lý Nhà nước về giá", []),
    ("kết nạp Đảng viên mới", []),
    ("- Văn phòng Chủ tịch nước;", ["Văn phòng Chủ tịch nước"]),
    ("- Văn phòng Trung ương và các Ban của Đảng;", ["Văn phòng Trung ương", "các Ban của Đảng"]),
]

HEADINGS: list[Row] = [
    # a letterhead whose body runs over several lines; the quốc hiệu names none
    (
        "ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC\nSố: 12/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        ["ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC"],
    ),
    ("TRƯỜNG ĐẠI HỌC KINH TẾ KỸ THUẬT\nVÀ CÔNG NGHỆ\nSố: 3/TB-ĐH", ["TRƯỜNG ĐẠI HỌC KINH TẾ KỸ THUẬT\nVÀ CÔNG NGHỆ"]),
    # files and drafters are no bodies
    ("- Lưu: VT, KGVX.", []),
    ("- Lưu: VP, Sở Y tế.", ["Sở Y tế"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES + MORE_NAMES + TERRITORIES + GROUPS + CENTRAL + HEADINGS)
def test_agencies(text: str, expected: list[str]) -> None:
    assert agencies(text) == expected


WITHOUT_MARKS: list[Row] = [
    (
        "Giao So Y te chu tri, phoi hop voi UBND cac huyen, thanh pho to chuc thuc hien",
        ["So Y te", "UBND cac huyen, thanh pho"],
    ),
    (
        "De nghi cac co quan, don vi lien quan bao cao Uy ban nhan dan tinh",
        ["cac co quan, don vi lien quan", "Uy ban nhan dan tinh"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WITHOUT_MARKS)
def test_agencies_without_tone_marks(text: str, expected: list[str]) -> None:
    assert agencies(text) == expected


OPEN_NAMES: list[Row] = [
    # a unit's own office stands behind its abbreviation; what it does is no kind of it
    ("Phòng TCCB Sở tham mưu kế hoạch", ["Phòng TCCB Sở"]),
    ("về phòng Phòng Tổng hợp", ["Phòng Tổng hợp"]),
    # a name in small letters behind a head with a capital, inside a sentence or as an item
    ("vốn của Quỹ hỗ trợ nông dân gồm hai phần", ["Quỹ hỗ trợ nông dân"]),
    ("- Ban tự quản các thôn;", ["Ban tự quản các thôn"]),
    ("- Tổ chức họp;", []),
    ("vốn Quỹ bảo lãnh tín dụng cho doanh nghiệp nhỏ và vừa", ["Quỹ bảo lãnh tín dụng cho doanh nghiệp nhỏ và vừa"]),
    # compounds whose second syllable is a verb, an adverb or a unit elsewhere
    ("Văn phòng Đăng ký đất đai tỉnh xác nhận", ["Văn phòng Đăng ký đất đai tỉnh"]),
    ("Đội Quản lý trật tự đô thị kiểm tra", ["Đội Quản lý trật tự đô thị"]),
    ("Cục Điều tra chống buôn lậu thông báo", ["Cục Điều tra chống buôn lậu"]),
    ("Cục Quản lý giám sát bảo hiểm có ý kiến", ["Cục Quản lý giám sát bảo hiểm"]),
    # schools by their level, with a person's name
    ("Trường THPT chuyên Trần Phú mời", ["Trường THPT chuyên Trần Phú"]),
    ("Trường THCS&THPT Nguyễn Trãi mời", ["Trường THCS&THPT Nguyễn Trãi"]),
    # words that name a body and end it elsewhere: `lưu`, `tập trung`
    ("tại Trạm Y tế lưu động và các cơ sở cách ly tập trung", ["Trạm Y tế lưu động", "các cơ sở cách ly tập trung"]),
    # a branch behind a dash, numbered regions
    ("Ngân hàng TMCP Á Châu - Chi nhánh Bắc Ninh cho vay", ["Ngân hàng TMCP Á Châu - Chi nhánh Bắc Ninh"]),
    ("Kiểm toán Nhà nước khu vực XIII kết luận", ["Kiểm toán Nhà nước khu vực XIII"]),
    # blocs and congresses of the Party, the organs of a congress
    ("Đảng bộ Khối Cơ quan và Doanh nghiệp tỉnh có", ["Đảng bộ Khối Cơ quan và Doanh nghiệp tỉnh"]),
    ("CHI BỘ PHÒNG QUẢN TRỊ", ["CHI BỘ PHÒNG QUẢN TRỊ"]),
    ("ĐẢNG BỘ XÃ TÂN AN LẦN THỨ V", ["ĐẢNG BỘ XÃ TÂN AN"]),
    ("báo cáo của ban kiểm phiếu, đoàn thư ký", ["ban kiểm phiếu", "đoàn thư ký"]),
    ("văn bản của đại hội đảng bộ cấp huyện gửi", ["đại hội đảng bộ cấp huyện"]),
    ("Nghị quyết Đại hội đại biểu Đảng bộ tỉnh", ["Đảng bộ tỉnh"]),
    ("thành công của Đại hội, đại hội cổ đông", []),
    ("ban chấp hành đảng bộ cơ sở họp", ["ban chấp hành đảng bộ cơ sở"]),
    ("đảng bộ cấp trên trực tiếp cho ý kiến", ["đảng bộ cấp trên trực tiếp"]),
    ("các cơ quan tham mưu, giúp việc cấp ủy báo cáo", ["các cơ quan tham mưu, giúp việc cấp ủy"]),
    ("phát triển tổ chức đảng trong trường học", ["tổ chức đảng"]),
    ("điều mà người dân và tổ chức đang chờ", []),
    ("Trung ương Hội Sinh viên Việt Nam phát động", ["Trung ương Hội Sinh viên Việt Nam"]),
    ("gửi Ban nhân dân ấp, Ủy ban Kinh tế và Tài chính", ["Ban nhân dân ấp", "Ủy ban Kinh tế và Tài chính"]),
    ("Ủy ban Kinh tế của Quốc hội thẩm tra", ["Ủy ban Kinh tế của Quốc hội"]),
    # abbreviations glued to their territory; a short form in brackets; a code is none
    ("gửi TTHĐNDTP, UBNDTP để biết", ["TTHĐNDTP", "UBNDTP"]),
    ("- BTV Thành ủy;", ["BTV Thành ủy"]),
    ("Sở Giáo dục và Đào tạo (GDĐT)", ["Sở Giáo dục và Đào tạo", "GDĐT"]),
    ("Số: 12 / SYT- NVY", []),
    # a set phrase at the head of an item needs no `các`
    ("- Sở, ban ngành tỉnh;", ["Sở, ban ngành tỉnh"]),
    # the authorities of an office; a short form behind `do`; a modal verb wants a body
    ("Chính quyền Sở đã ban hành quy chế", ["Chính quyền Sở"]),
    ("tài khoản do Trường cấp cho sinh viên", ["Trường"]),
    ("ra khỏi Trường bắn, thu của Viện phí, do Sở tại quản lý", []),
    ("nếu hoãn thi, trường sẽ thông báo", ["trường"]),
    # `tổ chức, cá nhân` is the noun; behind `liên quan,` it is the verb; a number counts what is no body
    ("ý kiến của tổ chức, cá nhân về quy định", ["tổ chức"]),
    ("khen thưởng các tập thể, cá nhân", ["các tập thể"]),
    ("các đơn vị liên quan, tổ chức thực hiện", ["các đơn vị liên quan"]),
    ("có 12 đơn vị đã triển khai", []),
    ("một số cơ quan chưa báo cáo; tại một số đơn vị chưa cao", ["cơ quan"]),
    ("ghi tên cơ quan ban hành văn bản", []),
    # `Phòng` of a city; a misread letter of a field; a misread unit
    ("31\tThành phố Hải Phòng", []),
    ("Bộ Ÿ tế ban hành", ["Bộ Ÿ tế"]),
    ("của UBND thành phô.", ["UBND thành phô"]),
    # the number of a decision behind its signer's body
    ("Quyết định của Chính phủ số 15", ["Chính phủ"]),
    # a name that goes on in the next paragraph
    ("1.\n2.\nVăn bản số 5\nỦY BAN NHÂN DÂN\nTHÀNH PHỐ HUẾ\nngày", ["ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HUẾ"]),
    # two bodies of a letterhead stay two, a congress is whose line is below it, what lies between parts a name
    ("UBND TỈNH ĐẮK LẮK\nSỞ TÀI CHÍNH\nSố: 1/STC", ["UBND TỈNH ĐẮK LẮK", "SỞ TÀI CHÍNH"]),
    ("ĐẠI HỘI ĐẠI BIỂU\nĐẢNG BỘ TỈNH NAM ĐỊNH", ["ĐẠI HỘI ĐẠI BIỂU\nĐẢNG BỘ TỈNH NAM ĐỊNH"]),
    ("ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH BẾN TRE", ["ỦY BAN NHÂN DÂN", "TỈNH BẾN TRE"]),
    ("TM. ỦY BAN NHÂN DÂN\nVÀ CÁC SỞ", ["ỦY BAN NHÂN DÂN", "CÁC SỞ"]),
    ("Sở Y tế các tỉnh, thành phố\ntrực thuộc Trung ương", ["Sở Y tế các tỉnh, thành phố\ntrực thuộc Trung ương"]),
]


@pytest.mark.parametrize(("text", "expected"), OPEN_NAMES)
def test_open_names_and_organs(text: str, expected: list[str]) -> None:
    assert agencies(text) == expected


@given(
    st.lists(
        st.sampled_from(
            [
                "Sở",
                "Y tế",
                "các",
                "cơ quan",
                "tỉnh",
                ",",
                "và",
                "Ban Chỉ đạo",
                "về",
                "của",
                "UBND",
                "-",
                "/",
                ":",
                "Chủ tịch",
                "\n",
                "Đồng Nai",
                "I",
                "số",
            ]
        ),
        max_size=14,
    ),
    st.booleans(),
)
def test_any_words_give_ranges_of_the_text(pieces: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(pieces)
    assert all(0 <= found.start < found.end <= len(text) for found in find_agencies(text))


@pytest.mark.parametrize("piece", ["các huyện, ", "cơ quan, ", "cấp huyện, ", "Trung tâm thuộc ", "Văn phòng "])
def test_time_grows_with_the_length_only(piece: str) -> None:
    def seconds(times: int) -> float:
        start = process_time()
        find_agencies(piece * times)
        return process_time() - start

    seconds(10)
    assert seconds(1600) < 12 * max(seconds(400), 0.005)


def test_nothing_begins_inside_a_reference() -> None:
    text = "Kế hoạch số 12/KH-UBND của UBND tỉnh"
    found = find_agencies(text, covered=[(0, 22)])
    assert [text[mention.start : mention.end] for mention in found] == ["UBND tỉnh"]
